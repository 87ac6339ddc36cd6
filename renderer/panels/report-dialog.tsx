import type { FileReport, ImportReport } from '../../shared/paper.ts';
import { counted } from '../state/words.ts';

const MOST_SKIPPED = 200;

/** What became of each file: papers taken, duplicates joined, records left out with line and reason. */
export function ReportDialog({ report }: { report: ImportReport }) {
  return (
    <div className="report">
      {report.files.map((file) => <FileSection key={JSON.stringify([file.file, file.format, file.records])} file={file} />)}
    </div>
  );
}

function FileSection({ file: { file, format, records, papers, duplicates, skipped } }: { file: FileReport }) {
  const facts = [counted(records, 'record'), counted(papers, 'paper'), counted(duplicates, 'duplicate'), `${skipped.length.toLocaleString('en')} skipped`];
  return (
    <section className="report-file" aria-label={file}>
      <h3>{file} {format !== null && <span className="report-format">{format}</span>}</h3>
      <p className="note">{facts.join(' · ')}</p>
      {skipped.length > 0 && (
        <table className="report-table">
          <thead><tr><th scope="col">Line</th><th scope="col">Why it was skipped</th></tr></thead>
          <tbody>
            {skipped.slice(0, MOST_SKIPPED).map(({ line, reason }) => (
              <tr key={`${line} ${reason}`}><td>{line}</td><td>{reason}</td></tr>
            ))}
          </tbody>
        </table>
      )}
      {skipped.length > MOST_SKIPPED && <p className="note">and {counted(skipped.length - MOST_SKIPPED, 'more record')}</p>}
    </section>
  );
}
