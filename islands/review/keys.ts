import { allFacts, currentFact, takeInHand } from './current.ts'

const acts: Readonly<Record<string, string>> = {
  a: 'accept',
  b: 'beside',
  e: 'correct',
  r: 'refuse',
  u: 'undo',
}

/** One key per act, as the page's own help says; never while the user types, and never with another key held down. */
export function listenToKeys(page: Document) {
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return leaveRefusal(page, event.target)
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === '?') return openHelp(page)
    const step = stepOf(event)
    if (step !== 0) {
      const fact = neighbour(page, step)
      if (!fact) return
      event.preventDefault()
      takeInHand(page, fact, { focus: true })
      return
    }
    const act = acts[event.key]
    if (act === undefined) return
    const button = currentFact(page)?.querySelector<HTMLElement>(`[data-act="${act}"]`)
    if (!button) return
    event.preventDefault()
    button.click()
    // Refusing opens its form, where a reason may be given.
    if (act === 'refuse')
      button.closest('details')?.querySelector<HTMLInputElement>('input[type="text"]')?.focus()
  })
}

// A refusal that one thinks better of: its form closes, and the fact is in hand again.
function leaveRefusal(page: Document, target: EventTarget | null) {
  const refusal = target instanceof Element ? target.closest<HTMLDetailsElement>('.fact-refusal[open]') : null
  const fact = refusal?.closest<HTMLElement>('[data-fact]')
  if (!refusal || !fact) return
  refusal.open = false
  takeInHand(page, fact, { focus: true })
}

// The arrows scroll whatever has the focus; among the facts they lead from one to the next.
function stepOf({ key, target }: KeyboardEvent): number {
  const isAmongFacts = target instanceof Element && target.closest('[data-fact]') !== null
  if (key === 'j' || (key === 'ArrowDown' && isAmongFacts)) return 1
  return key === 'k' || (key === 'ArrowUp' && isAmongFacts) ? -1 : 0
}

function neighbour(page: Document, step: number): HTMLElement | undefined {
  const facts = allFacts(page)
  const current = currentFact(page)
  return facts[current ? facts.indexOf(current) + step : 0]
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

function openHelp(page: Document) {
  const help = page.querySelector<HTMLDetailsElement>('#keys')
  if (!help) return
  help.open = !help.open
  if (help.open) help.querySelector('summary')?.focus()
}
