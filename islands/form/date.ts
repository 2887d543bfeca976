import { askWhileTyping, withParameter } from './ask.ts'

interface Understanding {
  understood: string | null
  problem: string | null
}

/** Says under a date, while it is typed, how it is understood; says that it is not only when the field is left. */
export function sayHowDatesAreUnderstood(input: HTMLElement) {
  const line = document.getElementById(`${input.id}-understood`)
  const address = input.dataset.address
  if (!(input instanceof HTMLInputElement) || !line || address === undefined) return
  let hasLeft = false
  const question = askWhileTyping<Understanding>(400, (answer) => {
    const text = answer?.understood ?? (hasLeft ? answer?.problem : '') ?? ''
    line.classList.toggle('field-doubt', !answer?.understood)
    if (line.textContent !== text) line.textContent = text
  })
  const ask = (left: boolean) => {
    hasLeft = left
    question.ask(withParameter(address, 'text', input.value), left)
  }
  input.addEventListener('input', () => ask(false))
  input.addEventListener('change', () => ask(true))
}
