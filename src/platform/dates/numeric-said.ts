import { exactly, pointOf, type ReadSaid } from './said.ts'

/** Reads dates in digits: the year first (`2017. 10. 3.`), or the day first (`03/10/2017`), never the month first. */
export const readNumeric: ReadSaid = (text) => {
  const digits = text.replace(/ ?([./-]) ?/g, '$1')
  const [, year = '', month, day] = yearFirst.exec(digits) ?? []
  if (year !== '') return exactly(pointOf(year, month, day))
  const [, dayBefore, monthBefore, lastYear = ''] = yearLast.exec(digits) ?? []
  return lastYear === '' ? null : exactly(pointOf(lastYear, monthBefore, dayBefore))
}

const yearFirst = /^(\d{4})(?:[./-](\d{1,2})(?:[./-](\d{1,2}))?)?\.?$/
const yearLast = /^(?:(\d{1,2})[./-])?(\d{1,2})[./-](\d{4})$/
