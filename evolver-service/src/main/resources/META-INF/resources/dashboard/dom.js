// Elements of the page. Text always goes in as text, so nothing that stands in a log is ever read as HTML.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element. Of the properties, `on` holds listeners, `style` CSS properties, `data` data attributes; all others
 * are attributes, left out where they are false, null or undefined.
 */
export function el(tag, properties = {}, ...children) {
  return filled(document.createElement(tag), properties, children);
}

/** The same for drawings. */
export function svg(tag, properties = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), properties, children);
}

function filled(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (name === 'style') {
      Object.entries(value).forEach(([property, text]) => element.style.setProperty(property, text));
    } else if (name === 'data') {
      Object.assign(element.dataset, value);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/**
 * Brings an element to other children. Nodes stay where they can, so a person can click, select and tab in the middle
 * of an update. New listeners do not come along: the children must have none.
 */
export function show(element, ...children) {
  keepingFocus(element, () => become(element, el(element.localName, {}, ...children)));
}

function become(shown, made) {
  const children = [...made.childNodes];
  children.forEach((child, index) => {
    const old = shown.childNodes[index];
    if (!old) {
      shown.append(child);
    } else if (old.nodeName !== child.nodeName || old.dataset?.key !== child.dataset?.key) {
      old.replaceWith(child);
    } else if (old.nodeType === Node.TEXT_NODE) {
      say(old, child.textContent);
    } else {
      takeAttributes(old, child);
      become(old, child);
    }
  });
  while (shown.childNodes.length > children.length) shown.lastChild.remove();
}

function takeAttributes(old, made) {
  for (const { name } of [...old.attributes]) {
    if (!made.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of made.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

/** Changes what is in an element; the keyboard stays at the same place within it. */
export function keepingFocus(element, change) {
  const reachable = () => [...element.querySelectorAll('a, button, summary')];
  const at = reachable().indexOf(document.activeElement);
  change();
  if (at >= 0 && reachable()[at] !== document.activeElement) reachable()[at]?.focus({ preventScroll: true });
}

/** Sets the text of an element, only where it differs, so that screen readers are not disturbed. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A line for the person, read aloud by screen readers. */
export function notice(text, kind = 'info') {
  const line = el('p', { class: `notice ${kind}` }, text);
  document.getElementById('notices').append(line);
  setTimeout(() => line.remove(), kind === 'problem' ? 12000 : 5000);
}
