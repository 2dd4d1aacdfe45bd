// Colours of the theme, and one for each kind of block.

const HUES = [212, 28, 152, 272, 48, 188, 330, 96, 240, 12, 172, 300];
const GOLDEN = 137.508;

/** A colour of the style sheet as it is now. */
export function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Whether the page is dark now. */
export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}

/** The colours of all choices of a space: one a label, grey for what is left out. */
export function palette(space) {
  const labels = [...new Set(space.layers.flatMap((layer) => layer.choices.filter((c) => !c.skip).map((c) => c.label)))];
  const colors = new Map();
  labels.forEach((label, index) => {
    const hue = index < HUES.length ? HUES[index] : (HUES[0] + GOLDEN * index) % 360;
    colors.set(label, isDark() ? `hsl(${hue} 46% 62%)` : `hsl(${hue} 54% 38%)`);
  });
  return {
    labels,
    of: (choice) => (choice.skip ? color('skip') : (colors.get(choice.label) ?? color('skip'))),
  };
}

/** Which choice a character of a code is. */
export const choiceIndex = (character) => Number.parseInt(character, 36);

/** The choice that a code has in a layer, counted from 0. */
export const choiceOf = (space, code, layer) => space.layers[layer]?.choices[choiceIndex(code[layer])];

/** The character that a choice has in codes. */
export const choiceCharacter = (index) => index.toString(36);
