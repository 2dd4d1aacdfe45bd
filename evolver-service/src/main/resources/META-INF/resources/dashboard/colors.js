// Colours of the theme, and one for each kind of block.

const HUES = [212, 28, 152, 272, 48, 188, 330, 96, 240, 12, 172, 300];
const GOLDEN = 137.508;

/** The luminance on which black and white are read equally well. */
const MIDDLE = Math.sqrt(1.05 * 0.05) - 0.05;

/** A colour of the style sheet as it is now. */
export function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Whether the page is dark now. */
export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}

/** From yellow to cyan, eyes see more light in the same lightness. */
const bright = (hue) => hue > 34 && hue < 200;

const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** Black or white, whichever is read better on a colour that lies over the surface of a card. */
export function textOn(shade, opacity) {
  pixel.globalAlpha = 1;
  pixel.fillStyle = color('surface');
  pixel.fillRect(0, 0, 1, 1);
  pixel.globalAlpha = opacity;
  pixel.fillStyle = shade;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...pixel.getImageData(0, 0, 1, 1).data].map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > MIDDLE ? '#000' : '#fff';
}

/** The share of light of a channel, as WCAG 2 has it. */
function linear(channel) {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/**
 * The colours of all choices of a space: one a label, grey for what is left out.
 *
 * @return `of` for style sheets, where it follows the theme, and `now` for a canvas
 */
export function palette(space) {
  const labels = [...new Set(space.layers.flatMap((layer) => layer.choices.filter((c) => !c.skip).map((c) => c.label)))];
  const colors = new Map();
  labels.forEach((label, index) => {
    const hue = index < HUES.length ? HUES[index] : (HUES[0] + GOLDEN * index) % 360;
    colors.set(label, { light: `hsl(${hue} 54% ${bright(hue) ? 31 : 38}%)`, dark: `hsl(${hue} 46% 64%)` });
  });
  const known = (choice) => (choice.skip ? null : colors.get(choice.label));
  return {
    of: (choice) => (known(choice) ? `light-dark(${known(choice).light}, ${known(choice).dark})` : 'var(--skip)'),
    now: (choice) => known(choice)?.[isDark() ? 'dark' : 'light'] ?? color('skip'),
  };
}

/** Which choice a character of a code is. */
export const choiceIndex = (character) => Number.parseInt(character, 36);

/** The choice that a code has in a layer, counted from 0. */
export const choiceOf = (space, code, layer) => space.layers[layer]?.choices[choiceIndex(code[layer])];

/** The character that a choice has in codes. */
export const choiceCharacter = (index) => index.toString(36);
