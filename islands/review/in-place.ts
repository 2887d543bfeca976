import { allFacts, takeInHand } from './current.ts'

/**
 * Sends the forms of the review without leaving the place: the answer is the page, whose changed parts are taken over. On any
 * failure, the form is sent as it would have been.
 */
export function sendInPlace(page: Document) {
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.closest('.review-facts')) return
    event.preventDefault()
    const body = new FormData(form, event.submitter)
    const next = nextOpen(page, form)
    send(page, form, body, next).catch(() => sendWhole(page, form, event.submitter))
  })
  // Whether a tie is listed is chosen once, at its head, and holds for each of its facts.
  page.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || target.name !== 'beside')
      return
    for (const each of page.querySelectorAll<HTMLInputElement>(
      `[data-listing="${CSS.escape(target.value)}"]`,
    ))
      each.disabled = !target.checked
  })
}

async function send(page: Document, form: HTMLFormElement, body: FormData, next: string | null) {
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams([...body].map(([name, value]) => [name, String(value)])),
    headers: { accept: 'text/html' },
  })
  // A question in the answer is asked on a page of its own.
  if (!answer.ok) throw new Error(`The review answered ${answer.status}`)
  const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html')
  announce(page, drawn)
  for (const part of ['.review-facts', '.review-progress', '.review-notices', '.review .tabs'])
    take(page, drawn, part)
  const fact = allFacts(page).find((each) => each.dataset.fact === next)
  if (fact) takeInHand(page, fact, { focus: true })
}

// A form that a script sends forgets which button was pressed.
function sendWhole(page: Document, form: HTMLFormElement, pressed: HTMLElement | null) {
  if (pressed instanceof HTMLButtonElement && pressed.name !== '') {
    const told = page.createElement('input')
    told.type = 'hidden'
    told.name = pressed.name
    told.value = pressed.value
    form.append(told)
  }
  form.submit()
}

function take(page: Document, drawn: Document, selector: string) {
  const [old, fresh] = [page.querySelector(selector), drawn.querySelector(selector)]
  if (old && fresh) old.replaceWith(fresh)
}

function announce(page: Document, drawn: Document) {
  const live = page.querySelector('[data-live]')
  const notice = drawn.querySelector('.review-notices')?.textContent?.trim()
  const progress = drawn.querySelector('[data-decided]')?.textContent?.trim()
  if (live) live.textContent = [notice, progress].filter(Boolean).join(' ')
}

// After a decision the next open fact is in hand; an undone one stays.
function nextOpen(page: Document, form: HTMLFormElement): string | null {
  const own = form.closest<HTMLElement>('[data-fact]')
  if (!own) return null
  if (own.dataset.state !== 'open' && own.dataset.state !== 'asked') return own.dataset.fact ?? null
  const facts = allFacts(page)
  const after = facts.slice(facts.indexOf(own) + 1)
  const open = after.find(({ dataset }) => dataset.state === 'open' || dataset.state === 'asked')
  return (open ?? own).dataset.fact ?? null
}
