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
  offerCalendar(input)
  input.addEventListener('input', () => ask(false))
  input.addEventListener('change', () => ask(true))
}

/** A button beside the line opens the browser’s own calendar; the day that is chosen there is written into the line. */
function offerCalendar(input: HTMLInputElement) {
  const { calendar } = input.dataset
  if (calendar === undefined || !('showPicker' in input)) return
  const day = document.createElement('input')
  day.type = 'date'
  day.tabIndex = -1
  day.ariaHidden = 'true'
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button date-calendar'
  button.ariaLabel = calendar
  button.title = calendar
  button.addEventListener('click', () => {
    day.value = /^\d{4}-\d\d-\d\d$/.test(input.value) ? input.value : ''
    day.showPicker()
  })
  day.addEventListener('change', () => {
    input.value = day.value
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new Event('change', { bubbles: true }))
    input.focus()
  })
  input.after(button, day)
}
