/** What scrolls takes the keyboard's focus, so that its arrows scroll it; what does not scroll is no stop on the way. */
export function focusWhenScrolling(element: HTMLElement): () => void {
  const update = (): void => {
    const scrolls = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    if (scrolls) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  };
  update();
  const observer = new ResizeObserver(update);
  observer.observe(element);
  if (element.firstElementChild) observer.observe(element.firstElementChild);
  return () => observer.disconnect();
}
