/** What a number in a cell means. `padded`: a code that is shown with so many digits. */
export type NumberForm = 'number' | 'date' | { padded: number }

// Formats that every workbook has without saying so; the higher ones are those of Chinese, Japanese and Korean.
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
])

/** How numbers of a format are meant: those with the letters of days, months or years are dates. */
export function numberForm(id: number, code: string): NumberForm {
  if (builtInDates.has(id)) return 'date'
  const plain = code.split(';')[0]?.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '') ?? ''
  if (/^0{2,12}$/.test(plain)) return { padded: plain.length }
  return /[dyå년월일]|m{1,4}(?!.*[#0])/i.test(plain) && !/general|standard/i.test(plain) ? 'date' : 'number'
}

const millisecondsADay = 86_400_000

/** A number as its cell shows it: dates in ISO form, with the time where there is one; codes with their zeros. */
export function numberText(text: string, form: NumberForm, countsFrom1904: boolean): string {
  const value = Number(text)
  if (!Number.isFinite(value)) return text
  if (form === 'date') return dateText(value, countsFrom1904) ?? plainNumber(value)
  if (form !== 'number' && Number.isInteger(value) && value >= 0)
    return String(value).padStart(form.padded, '0')
  return plainNumber(value)
}

// 0.1 + 0.2 was computed in binary, by the program that made the file: fifteen digits are what spreadsheets show.
function plainNumber(value: number): string {
  const short = Number(value.toPrecision(15))
  return Math.abs(short) >= 1e15 || (short !== 0 && Math.abs(short) < 1e-6)
    ? short.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : String(short)
}

function dateText(serial: number, countsFrom1904: boolean): string | null {
  if (serial < 0 || serial > 2_958_465) return null
  // The 29 February 1900 that never was is day 60 of spreadsheets.
  const days = countsFrom1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  const instant = Math.round((days - 25_569) * (millisecondsADay / 1000)) * 1000
  const [day = '', time = ''] = new Date(instant).toISOString().slice(0, 19).split('T')
  if (serial < 1) return time.slice(0, 5)
  return time === '00:00:00' ? day : `${day}T${time.replace(/:00$/, '')}`
}
