import type { SettledDate } from '../dates/settled-dates.ts'
import type { Instrument } from './instruments-in.ts'

/** To each instrument the date that stands nearest, after it rather than before, in its own clause rather than in another; a date is of one. */
export function datesOfInstruments(
  named: readonly Instrument[],
  dates: readonly SettledDate[],
  plain: string,
): Map<Instrument, string> {
  const usable = dates.filter(
    ({ edtf, start }) =>
      edtf !== null &&
      isDayOfAct(edtf) &&
      !/(?:jusqu'(?:en|au|a la fin de)|d'ici(?: a)?|until|까지) ?$/.test(
        plain.slice(Math.max(0, start - 20), start),
      ),
  )
  const [first] = usable
  const inTurn = first && named.length > 1 && named.length === usable.length && eachInTurn.test(plain)
  if (inTurn && named.every(({ end }) => end <= first.start))
    return new Map(named.flatMap((each, at) => (usable[at]?.edtf ? [[each, usable[at].edtf] as const] : [])))
  const pairs = named.flatMap((instrument, at) =>
    usable.flatMap((date) => {
      const isAfter = date.start >= instrument.end
      const [from, to] = isAfter ? [instrument.end, date.start] : [date.end, instrument.start]
      const between = plain.slice(from, to)
      const [before, next] = [named[at - 1], named[at + 1]]
      const skips =
        (next && isAfter && date.start >= next.start) || (before && !isAfter && date.end <= before.start)
      // « célèbrent en juin le 20e anniversaire de leur jumelage »
      const isFeast = isAfter ? feasts.test(between) : /anniversa|주년/u.test(between)
      if (to < from || skips || isFeast) return []
      const isOfChange =
        isAfter && /(?:etendu|complet|prolong|renouvel|remplac|amend|avenant|extended|renewed)/.test(between)
      const isDirect =
        isAfter && /^[a-z' -]{0,40}(?:\(|,? ?(?:du|de|d'|en|le|of|signee? (?:le|en)) ?)?$/.test(between)
      return [
        {
          instrument,
          date,
          cost:
            between.length +
            (isAfter ? 0 : 25) +
            (/;|\. /.test(between) ? 150 : 0) -
            (isDirect ? 30 : 0) +
            (isOfChange ? 60 : 0),
        },
      ]
    }),
  )
  const assigned = new Map<Instrument, string>()
  const taken = new Set<SettledDate>()
  for (const { instrument, date } of pairs.toSorted((a, b) => a.cost - b.cost)) {
    if (assigned.has(instrument) || taken.has(date) || date.edtf === null) continue
    assigned.set(instrument, date.edtf)
    taken.add(date)
  }
  return assigned
}

// « l'un en 2008 et l'autre en 2014 », « respectivement en 2008 et en 2014 »
export const eachInTurn =
  /\bl'une? [^.;]{0,40}\bl'autre\b|respectivement|respectively|\ble premier [^.;]{0,60}\ble second\b|\bla premiere [^.;]{0,60}\bla seconde\b/
// « le jumelage fêtera ses soixante ans en 2023 »
const feasts = /\b(?:fet|celebr)\p{L}+ (?:ses|son|leurs?|les|le|la|its|their) |anniversa|bougies|\bans\b/u

// A period of several years is that of its validity, not a day on which it was signed.
const isDayOfAct = (edtf: string) => !/\/\.\.|^\.\./.test(edtf) && !/^\d{4}\/\d{4}$/.test(edtf)
