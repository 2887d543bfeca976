import { readValues, typedValue } from '../input/form.ts'

/** Whether an erasure was asked for on its own page: the first press asks, the second erases. */
export function isSure(body: unknown): boolean {
  return typedValue(readValues(body), 'sure') === 'yes'
}
