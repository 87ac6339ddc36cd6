import type { FigureChoice } from '../state/export-actions.ts';
import { useFigurePreview } from '../state/use-figure-preview.ts';

/** The figure as it will be saved, small; `scale` is how many pixels of the file each of its own has, null for a drawing without pixels. */
export function FigurePreview({ choice, scale }: { choice: FigureChoice; scale: number | null }) {
  const { picture, isComing, failure } = useFigurePreview(choice);
  return (
    <figure className="figure-preview" aria-label="Preview" aria-busy={isComing}>
      <div className="figure-preview-frame" data-theme={choice.theme}>
        {picture && <img src={picture.address} alt="The figure as it will be saved" />}
      </div>
      <figcaption className="field-hint">{failure ?? (picture ? sizeInWords(picture, scale) : isComing ? 'Drawing the figure…' : 'No preview')}</figcaption>
    </figure>
  );
}

function sizeInWords({ width, height }: { width: number; height: number }, scale: number | null): string {
  const size = (value: number) => (value * (scale ?? 1)).toLocaleString('en');
  return scale === null ? `${size(width)} × ${size(height)}, sharp at any size` : `${size(width)} × ${size(height)} pixels`;
}
