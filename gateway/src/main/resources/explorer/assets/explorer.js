// Comfort only: every page can be read and used without this.
'use strict';

// What a point of a chart says, beside it, on hover and on focus.
for (const box of document.querySelectorAll('.chart-box')) {
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  box.append(tip);
  for (const title of box.querySelectorAll('a.point title')) title.remove();
  const show = (event) => {
    const point = event.target.closest('a.point');
    if (!point) return;
    tip.textContent = point.getAttribute('aria-label');
    tip.dir = 'auto';
    tip.hidden = false;
    const frame = box.getBoundingClientRect();
    const spot = point.getBoundingClientRect();
    const left = Math.min(Math.max(0, spot.left - frame.left - tip.offsetWidth / 2), frame.width - tip.offsetWidth);
    tip.style.left = left + 'px';
    const above = spot.top - frame.top - tip.offsetHeight - 8;
    tip.style.top = (above < 0 ? spot.bottom - frame.top + 8 : above) + 'px';
  };
  const hide = () => { tip.hidden = true; };
  box.addEventListener('pointerover', show);
  box.addEventListener('focusin', show);
  box.addEventListener('pointerout', hide);
  box.addEventListener('focusout', hide);
  box.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
}

// A switch works when it is changed, and leaves what is empty out of the address.
for (const form of document.querySelectorAll('form.switches')) {
  form.addEventListener('submit', () => {
    for (const field of form.elements) if (field.name && field.value === '') field.disabled = true;
  });
  for (const field of form.querySelectorAll('select')) field.addEventListener('change', () => form.requestSubmit());
}
addEventListener('pageshow', () => {
  for (const field of document.querySelectorAll('form.switches [disabled]')) field.disabled = false;
});

for (const button of document.querySelectorAll('button[data-theme-switch]')) {
  button.addEventListener('click', () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    try { localStorage.setItem('theme', root.dataset.theme); } catch { /* It holds for this page. */ }
  });
}

for (const button of document.querySelectorAll('button[data-copy]')) {
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.textContent = button.dataset.done;
  });
}

// A passage that is marked with the mouse or the keyboard, in code points of the text as the API counts them.
const text = document.querySelector('[data-markable]');
if (text) {
  const field = (name) => document.querySelector('[name="' + name + '"]');
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const trimmed = words.trim();
    const start = [...before.toString()].length + [...words.slice(0, words.indexOf(trimmed))].length;
    field('content').value = trimmed;
    field('start').value = start;
    field('end').value = start + [...trimmed].length;
    document.querySelector('[data-marked]').textContent = trimmed;
  });
}
