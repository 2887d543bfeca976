/** Shows the buttons that copy the text of a field, and says when it is done; where the browser refuses, the text is chosen for its reader. */
export function offerCopying(page: Document) {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', () => void copy(page, button))
  }
}

async function copy(page: Document, button: HTMLButtonElement) {
  const field = page.getElementById(button.dataset.copy ?? '')
  if (!(field instanceof HTMLTextAreaElement)) return
  field.select()
  try {
    await navigator.clipboard.writeText(field.value)
  } catch {
    return
  }
  const status = button.parentElement?.querySelector('[role="status"]')
  if (status) status.textContent = button.dataset.copied ?? ''
}
