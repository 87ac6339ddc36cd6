import { describe, expect, test } from 'vitest';
import { SvgPen } from '../../../shared/svg-pen.ts';

function drawn(draw: (pen: SvgPen) => void): string {
  const pen = new SvgPen();
  draw(pen);
  return pen.svg();
}

describe('the pen that writes SVG', () => {
  test('gives each disc of a path a shape of its own, in a group of their colour', () => {
    const svg = drawn((pen) => {
      pen.fillStyle = '#abc';
      pen.beginPath();
      for (const x of [10, 20]) {
        pen.moveTo(x + 3, 5);
        pen.arc(x, 5, 3);
      }
      pen.fill();
    });
    expect(svg).toBe('<g fill="#abc">\n<circle cx="10" cy="5" r="3"/>\n<circle cx="20" cy="5" r="3"/>\n</g>\n');
  });

  test('makes one shape of a fill and its stroke', () => {
    const svg = drawn((pen) => {
      pen.fillStyle = '#abc';
      pen.strokeStyle = '#def';
      pen.lineWidth = 2;
      pen.beginPath();
      pen.arc(1, 2, 3);
      pen.fill();
      pen.stroke();
    });
    expect(svg).toBe('<circle cx="1" cy="2" r="3" fill="#abc" stroke="#def" stroke-width="2"/>\n');
  });

  test('of a stroke that is filled over leaves the outer half, as a canvas does', () => {
    const svg = drawn((pen) => {
      pen.fillStyle = '#abc';
      pen.strokeStyle = '#def';
      pen.lineWidth = 2;
      pen.beginPath();
      pen.arc(1, 2, 3);
      pen.stroke();
      pen.fill();
    });
    // The disc is seen up to 3, the rim from there to 4.
    expect(svg).toBe('<circle cx="1" cy="2" r="3.5" fill="#abc" stroke="#def" stroke-width="1"/>\n');
  });

  test('writes lines of one look as one path, moved and scaled as the canvas would, with their width', () => {
    const svg = drawn((pen) => {
      pen.save();
      pen.translate(100, 10);
      pen.scale(2);
      pen.strokeStyle = '#123';
      pen.lineWidth = 1.5;
      pen.lineCap = 'round';
      pen.globalAlpha = 0.25;
      pen.beginPath();
      pen.moveTo(0, 0);
      pen.lineTo(5, 5);
      pen.moveTo(1, 1);
      pen.lineTo(2, 2);
      pen.closePath();
      pen.stroke();
      pen.restore();
      pen.beginPath();
      pen.moveTo(0, 0);
      pen.lineTo(1, 0);
      pen.stroke();
    });
    expect(svg).toBe('<path d="M100 10L110 20M102 12L104 14Z" fill="none" stroke="#123" stroke-linecap="round" stroke-width="3" opacity="0.25"/>\n<path d="M0 0L1 0" fill="none" stroke="#000" stroke-width="1"/>\n');
  });

  test('makes one path of many discs that are hardly to be seen', () => {
    const svg = drawn((pen) => {
      pen.globalAlpha = 0.1;
      pen.beginPath();
      pen.arc(10, 5, 2);
      pen.arc(20, 5, 2);
      pen.fill();
    });
    expect(svg).toBe('<path d="M8 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0ZM18 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0Z" fill="#000" opacity="0.1"/>\n');
  });

  test('writes squares with round corners, and texts with what markup would take for its own escaped', () => {
    const svg = drawn((pen) => {
      pen.beginPath();
      pen.roundRect(1, 2, 10, 10, 3);
      pen.fill();
      pen.font = '600 11px Inter';
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      pen.fillText('a < b', 5, 10);
    });
    expect(svg).toBe('<rect x="1" y="2" width="10" height="10" rx="3" fill="#000"/>\n<text x="5" y="14" font-size="11" font-weight="600" text-anchor="middle" fill="#000">a &lt; b</text>\n');
  });
});
