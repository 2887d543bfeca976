const pauseMs = 500
const fields = ['when', 'start', 'end', 'zone']

/** Says under a date, while it is typed, on which holidays of the group's countries it falls. */
export function sayWhatStandsInTheWay(part: HTMLElement) {
  const form = part.closest('form')
  const notice = part.querySelector<HTMLElement>('[aria-live]')
  const { address } = part.dataset
  if (!form || !notice || address === undefined) return
  // The button asks the same; it goes once this has answered.
  const button = part.querySelector<HTMLElement>('[data-fallback]')
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = new AbortController()
  const ask = () => {
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    show(questionOf(form, address), signal).catch(() => {
      if (button && !signal.aborted) button.hidden = false
    })
  }
  const show = async (question: string, signal: AbortSignal) => {
    const answer = await fetch(question, { headers: { accept: 'text/html' }, signal })
    if (!answer.ok) throw new Error(`${question} answered ${answer.status}`)
    const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const isSame = notice.textContent === drawn.body.textContent
    if (!signal.aborted && !isSame) notice.replaceChildren(...drawn.body.childNodes)
    if (button) button.hidden = true
  }
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
    if (!fields.includes(target.name)) return
    clearTimeout(timer)
    timer = setTimeout(ask, pauseMs)
  })
}

function questionOf(form: HTMLFormElement, address: string): string {
  const question = new URL(address, location.href)
  const typed = new FormData(form)
  for (const name of fields) question.searchParams.set(name, String(typed.get(name) ?? ''))
  return question.href
}
