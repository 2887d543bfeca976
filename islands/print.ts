/** Shows the buttons that print the page: without a script they could do nothing, so they come hidden. */
export function offerPrinting(page: Document) {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
