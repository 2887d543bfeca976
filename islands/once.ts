/** A second press by habit comes within this time; a deliberate second try comes later. */
const habitMs = 1000

/** Sends a form once where the user presses twice by habit: the server would get it a second time. */
export function sendOnce(page: Document) {
  const sent = new WeakMap<HTMLFormElement, number>()
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    const before = sent.get(form)
    if (before !== undefined && event.timeStamp - before < habitMs) event.preventDefault()
    else sent.set(form, event.timeStamp)
  })
}
