import { between, zoomedCamera, type Camera } from '../../shared/picture/camera.ts';

/** What a motion moves. */
export interface MovedCamera {
  camera(): Camera;
  apply(camera: Camera): void;
}

/** Part of the remaining way that a glide covers in 16 ms. */
const GLIDE_SHARE = 0.34;
const GLIDE_END = 0.002;

/** Moves a camera over time: one motion at once, the newest wins. */
export class Motion {
  private frame = 0;
  private glideTarget: number | null = null;
  private readonly moved: MovedCamera;

  constructor(moved: MovedCamera) {
    this.moved = moved;
  }

  /** Whether something is under way. */
  isMoving(): boolean {
    return this.frame !== 0;
  }

  /** Ends the motion where it is. */
  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.glideTarget = null;
  }

  /** Goes to a camera with a soft start and end; at once for 0 ms. */
  travel(to: Camera, durationMs: number): void {
    this.stop();
    if (durationMs <= 0) {
      this.moved.apply(to);
      return;
    }
    const from = this.moved.camera();
    const startedAt = performance.now();
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - startedAt) / durationMs));
      this.frame = part < 1 ? requestAnimationFrame(step) : 0;
      this.moved.apply(between(from, to, eased(part)));
    };
    this.frame = requestAnimationFrame(step);
  }

  /** Zooms by a factor about a screen point; further calls add up while it glides there. */
  glide(factor: number, x: number, y: number, limits: { least: number; most: number }, smooth: boolean): void {
    const target = Math.min(limits.most, Math.max(limits.least, (this.glideTarget ?? this.moved.camera().zoom) * factor));
    this.stop();
    if (!smooth) {
      this.moved.apply(zoomedCamera(this.moved.camera(), target, x, y));
      return;
    }
    this.glideTarget = target;
    let last = performance.now();
    const step = (now: number) => {
      const camera = this.moved.camera();
      const elapsed = Math.min(64, Math.max(1, now - last));
      last = now;
      const left = Math.log(target / camera.zoom) * (1 - GLIDE_SHARE) ** (elapsed / 16);
      const done = Math.abs(left) < GLIDE_END;
      this.frame = done ? 0 : requestAnimationFrame(step);
      if (done) this.glideTarget = null;
      this.moved.apply(zoomedCamera(camera, done ? target : target / Math.exp(left), x, y));
    };
    this.frame = requestAnimationFrame(step);
  }
}

/** Cubic ease in and out. */
function eased(part: number): number {
  return part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2;
}
