import { type FormValues, readValues, typedValue } from './form.ts'

export interface ListChange {
  values: FormValues
  /** The part to go to when the form comes back: the new one, the moved one, or the one in the place of a removed one. */
  focus: { list: string; index: number }
}

/** Beyond this number parts are not added: `readForm` reads no further ones either. */
export const mostParts = 200

/**
 * What a button of `RepeatedParts` asks for: `add:parties`, `remove:parties.2`, `up:parties.2`, `down:parties.2`. Parts are numbered again,
 * without holes. Null when the form was sent for another reason.
 */
export function applyListAction(values: FormValues, action: string): ListChange | null {
  const [, verb = '', list = '', number] = /^(add|remove|up|down):(.+?)(?:\.(\d{1,4}))?$/.exec(action) ?? []
  if (list === '' || (verb === 'add') !== (number === undefined)) return null
  const numbers = partNumbers(values, list)
  if (verb === 'add') {
    if (numbers.length >= mostParts) return ordered(values, list, numbers, numbers.length - 1)
    const added = ordered(values, list, numbers, numbers.length)
    added.values[partMark(list, numbers.length)] = ''
    return added
  }
  const at = numbers.indexOf(Number(number))
  if (at < 0) return null
  if (verb === 'remove') {
    const kept = numbers.toSpliced(at, 1)
    return ordered(values, list, kept, Math.min(at, kept.length - 1))
  }
  const to = Math.max(0, Math.min(numbers.length - 1, at + (verb === 'up' ? -1 : 1)))
  const moved = numbers.toSpliced(at, 1).toSpliced(to, 0, Number(number))
  return ordered(values, list, moved, to)
}

/**
 * A form after a press on a button of one of its lists, with the part for the keyboard to go on from (`focusedPart`); null when it was
 * sent to be saved.
 */
export function readListAction(lists: readonly string[], body: unknown): FormValues | null {
  const values = readValues(body)
  const change = applyListAction(values, typedValue(values, 'action'))
  if (!change || !lists.includes(change.focus.list)) return null
  const { action: _, ...kept } = change.values
  return { ...kept, [focusOf(change.focus.list)]: String(change.focus.index) }
}

/** The part of a list that was just added or moved; -1 when none is left, null when no button was pressed. */
export function focusedPart(values: FormValues, list: string): number | null {
  const index = typedValue(values, focusOf(list))
  return index === '' ? null : Number(index)
}

const focusOf = (list: string) => `focus:${list}`

/** How many parts of a list a form holds. */
export function countParts(values: FormValues, list: string): number {
  return partNumbers(values, list).length
}

/** The name that says a part is there, though none of its boxes is ticked. */
export function partMark(list: string, index: number): string {
  return `${list}.${index}.part`
}

function partNumbers(values: FormValues, list: string): number[] {
  const numbers = Object.keys(values).flatMap((name) => partNumber(name, list) ?? [])
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function partNumber(name: string, list: string): number | null {
  if (!name.startsWith(`${list}.`)) return null
  const number = name.slice(list.length + 1).split('.')[0] ?? ''
  return /^\d{1,4}$/.test(number) ? Number(number) : null
}

// The values with the parts of one list in this order, those left out gone, all else as it was.
function ordered(values: FormValues, list: string, numbers: number[], focus: number): ListChange {
  const after: FormValues = Object.create(null)
  for (const [name, value] of Object.entries(values)) {
    const number = partNumber(name, list)
    const index = number === null ? -1 : numbers.indexOf(number)
    if (number === null) after[name] = value
    else if (index >= 0) {
      const rest = name.slice(list.length + 1 + (name.slice(list.length + 1).split('.')[0] ?? '').length)
      after[`${list}.${index}${rest}`] = value
    }
  }
  return { values: after, focus: { list, index: focus } }
}
