const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

let known: 'graphics card' | 'processor' | null = null;

/**
 * What canvases are drawn by here: a graphics card, or the processor that stands in for one. The latter draws thousands of lines
 * several times faster when it is not asked to act as a card; `canvasSettings` says so to the browser.
 */
export function drawingHardware(): 'graphics card' | 'processor' {
  return (known ??= SOFTWARE.test(rendererName()) ? 'processor' : 'graphics card');
}

/** Settings for a canvas that is painted with many shapes. */
export function canvasSettings(): CanvasRenderingContext2DSettings {
  return { willReadFrequently: drawingHardware() === 'processor' };
}

/** What WebGL calls the hardware; where there is no WebGL, there is no card either. */
function rendererName(): string {
  const gl = document.createElement('canvas').getContext('webgl');
  if (!gl) return 'software';
  const named = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name === 'string' ? name : '';
}
