/** Lightness 0..1, and the two opponent axes, of OKLab (Ottosson 2020): equal distances look about equally large. */
export interface Lab {
  lightness: number;
  a: number;
  b: number;
}

/** The channels of #rrggbb, 0..1, as the screen takes them. */
export function channelsOf(hex: string): [number, number, number] {
  const channel = (place: number) => Number.parseInt(hex.slice(1 + 2 * place, 3 + 2 * place), 16) / 255;
  return [channel(0), channel(1), channel(2)];
}

/** A colour of channels 0..1 as #rrggbb; channels beyond are cut. */
export function hexOf(channels: readonly number[]): string {
  return `#${channels.map((value) => Math.round(255 * Math.min(1, Math.max(0, value))).toString(16).padStart(2, '0')).join('')}`;
}

/** Light of a channel of the screen, both 0..1 (sRGB). */
export function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** Channel of the screen for some light: the inverse of `linear`. */
export function encoded(light: number): number {
  return light <= 0.003_130_8 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** A colour in OKLab. */
export function labOf(hex: string): Lab {
  const [red = 0, green = 0, blue = 0] = channelsOf(hex).map(linear);
  const l = Math.cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue);
  const m = Math.cbrt(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue);
  const s = Math.cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue);
  return {
    lightness: 0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
    a: 1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
    b: 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
  };
}

/** The colour of a place in OKLab, as #rrggbb; with less chroma where the screen has none so colourful. */
export function hexOfLab({ lightness, a, b }: Lab): string {
  for (let part = 1; part > 0.02; part -= 0.02) {
    const channels = channelsOfLab({ lightness, a: a * part, b: b * part });
    if (channels.every((value) => value >= -0.002 && value <= 1.002)) return hexOf(channels);
  }
  return hexOf(channelsOfLab({ lightness, a: 0, b: 0 }));
}

function channelsOfLab({ lightness, a, b }: Lab): number[] {
  const l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b) ** 3;
  const m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b) ** 3;
  const s = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b) ** 3;
  const light = [4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s, -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s, -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s];
  return light.map(encoded);
}

/** The colour of a lightness (0..1), chroma (0..0.4) and hue in degrees. */
export function hexOfHue(lightness: number, chroma: number, hueDegrees: number): string {
  const angle = (hueDegrees * Math.PI) / 180;
  return hexOfLab({ lightness, a: chroma * Math.cos(angle), b: chroma * Math.sin(angle) });
}

/** How different two colours look: their distance in OKLab, 0 for equal ones, 1 from black to white. */
export function colourDistance(first: string, second: string): number {
  const one = labOf(first);
  const other = labOf(second);
  return Math.hypot(one.lightness - other.lightness, one.a - other.a, one.b - other.b);
}

/** Contrast of two colours, 1..21 (WCAG 2). */
export function contrastOf(first: string, second: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = channelsOf(hex).map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [lesser = 0, greater = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (greater + 0.05) / (lesser + 0.05);
}

/** A colour `part` of the way (0..1) from one #rrggbb to another. */
export function mixed(from: string, to: string, part: number): string {
  const target = channelsOf(to);
  return hexOf(channelsOf(from).map((value, place) => value * (1 - part) + (target[place] ?? 0) * part));
}
