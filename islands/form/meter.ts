const pauseMs = 600

/** Shows, while a form is written, how full the pages would be: asked of the server with what the form holds, once the writer pauses. */
export function sayHowFull(place: HTMLElement) {
  const form = place.closest('form')
  const { address } = place.dataset
  if (!form || address === undefined) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = new AbortController()
  const ask = async () => {
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    const typed = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') typed.append(name, value)
    const answer = await fetch(address, {
      method: 'POST',
      body: typed,
      headers: { accept: 'text/html' },
      signal,
    })
    if (!answer.ok) return
    const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (!signal.aborted) place.replaceChildren(...drawn.body.childNodes)
  }
  // Saving says the same: what goes wrong here is only not shown.
  const show = () => ask().catch(() => undefined)
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(show, pauseMs)
  })
  show()
}
