import type { SettledDate } from '../dates/settled-dates.ts'
import type { Instrument } from './instruments-in.ts'

/**
 * Assigns to each instrument the nearest date, after it rather than before, in its own clause rather than in another; a date belongs
 * to one instrument.
 */
export function datesOfInstruments(
  named: readonly Instrument[],
  dates: readonly SettledDate[],
  plain: string,
): Map<Instrument, string> {
  const usable = dates.filter(
    ({ edtf, start, end }) =>
      edtf !== null &&
      (isDayOfAct(edtf) || lasted.test(plain.slice(Math.max(0, start - 60), start))) &&
      !/^(?:aujourd'hui|today|demain|tomorrow)$/u.test(plain.slice(start, end)) &&
      !ofEvent.test(plain.slice(Math.max(0, start - 40), start)) &&
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
        (next && isAfter && date.start >= next.start) ||
        (before && !isAfter && date.end <= before.start && !isCompleted(plain, before, instrument))
      // « célèbrent en juin le 20e anniversaire de leur jumelage »
      const isFeast = isAfter
        ? (feasts.test(between) && !signedAfterFeast.test(between)) ||
          feastOf.test(plain.slice(instrument.end, date.end + 22)) ||
          (/^[^.;,]{0,24}$/u.test(between) &&
            feastBefore.test(plain.slice(Math.max(0, instrument.start - 60), instrument.start)))
        : /anniversa|주년/u.test(between)
      if (
        to < from ||
        skips ||
        isFeast ||
        (!isAfter && isOfVisit.test(between)) ||
        isOfTwin(instrument, isAfter, between) ||
        (!isAfter && ending.test(plain.slice(Math.max(0, date.start - 40), date.start))) ||
        (isAfter && isOver.test(between)) ||
        (next && !isAfter && isCompleted(plain, instrument, next))
      )
        return []
      const isOfChange =
        isAfter &&
        /(?:etendu|complet|prolong|renouvel|remplac|amend|avenant|extended|renewed)/.test(
          between.split(/\d{4},? /).at(-1) ?? '',
        )
      const isDirect =
        isAfter && /^[a-z' -]{0,40}(?:\(|,? ?(?:du|de|d'|en|le|of|signee? (?:le|en)) ?)?$/.test(between)
      return [
        {
          instrument,
          date,
          cost:
            between.length +
            // “its 2006 friendship agreement”
            (isAfter ? 0 : between === ' ' ? -60 : 25) +
            (/;|\. /.test(between) || (between.length > 30 && / : /.test(between)) ? 150 : 0) -
            (isDirect ? 30 : 0) -
            (!isAfter && isBound(plain.slice(0, date.start), between) ? between.length : 0) +
            (isOfChange ? 60 : 0),
        },
      ]
    }),
  )
  const assigned = new Map<Instrument, string>()
  const taken = new Set<SettledDate>()
  for (const { instrument, date, cost } of pairs.toSorted((a, b) => a.cost - b.cost)) {
    if (
      cost > (bare.test(instrument.label) ? nearby : farthest) ||
      assigned.has(instrument) ||
      taken.has(date) ||
      date.edtf === null
    )
      continue
    assigned.set(instrument, isDayOfAct(date.edtf) ? date.edtf : (date.edtf.split('/')[0] ?? date.edtf))
    taken.add(date)
  }
  return assigned
}

// « Depuis 2006, A et B sont liées par une convention, renouvelée en 2014 »
const isBound = (before: string, between: string) =>
  /\b(?:depuis|since) (?:le |l'annee )?$/u.test(before) &&
  /\b(?:li[e]+s?|unie?s?|encadre\p{L}*|regie?s?|formalise\p{L}*|bound|linked) (?:par|by) (?:une? |la |le |l'|an? )?$/u.test(
    between,
  )

// « En 2018, des jeunes ont participé à un chantier à B, ville avec laquelle A est jumelée »: the year of the visit.
export const isOfVisit =
  /\b(?:a|ont|est|sont|iront|ira|partiront|partira|s'est|se sont) [^.;]{0,160}(?:, (?:la |sa |son |une |notre )?(?:ville|cite|commune|collectivite|municipalite|region)\b|\b(?:avec|a) laquelle )/u

// « à B, ville jumelle, le 12 mai 2019 »: an epithet of B has a year only if the words say that B becomes so, or since when.
const isOfTwin = ({ label }: Instrument, isAfter: boolean, between: string) =>
  /^(?:jumelle|(?:ville|cite|commune) soe?ur|sister city)$/iu.test(label) &&
  (isAfter ? /^,[^.;]*\b(?:le|en|du|on|in) $/u : /;|: |\bnotre |\bsa $/u).test(between)
// « a mis un terme en 2014 à son jumelage, conclu en 1989 »
const ending =
  /\b(?:mis (?:fin|un terme)|denonc\p{L}*|resili\p{L}*|rompu\p{L}*|ended|terminated) (?:en|le|depuis|in|on) $/u

// « la fusion de 2005 », « en 2004 et non en 2008 »: not the day of a signature.
const ofEvent =
  /\b(?:fusion|seisme|tsunami|tremblement de terre|elections?|municipales|crise|guerre|cyclone|explosion|pandemie|confinement|naissance|mort|deces|earthquake|merger|elections) (?:municipales )?(?:de |d'|du |en |of |in )?$|\b(?:et non|not|plutot qu'|pas) (?:en |le |de |in |on )?$/u
// « Le jumelage, dont on fêtera les trente ans en 2021, a été conclu le 3 mai 1991 »
const signedAfterFeast =
  /(?:fet|celebr|\bans\b|anniversa)[^.;]{0,60}, (?:a|ont|fut|avait|est|remonte|date)\b[^.;]{0,30}$/u
// “celebrated sixty years of twinning in 2017”, « le 20e anniversaire de leur jumelage en 2019 »
const feastBefore =
  /(?:\bann?iversa(?:ire|ry) (?:de |du |d'|of )|\b(?:fet|celebr|mark)\p{L}* [^.;]{0,30}(?:\bans|years?) (?:de |d'|du |of ))(?:leur |leurs |son |notre |ce |the |their |its |our )?$/u
const feastOf = /\b(?:fet|celebr)\p{L}+ [^.;]{0,20} (?:ses|son|leurs?|its|their) /u
// « Jumelage (éteint en 2020) », « – résilié en 2013 »
const isOver =
  /(?:resili|eteinte?|denonc|rompu|expir|echu|caduc|terminee?|(?:pris|prit|prend|prendra) fin|came to an end|ended|terminated|lapsed|해지|종료)\p{L}* ?(?:en|le|depuis|in|since)? ?$/u

// « En 2006, nous avons complété le jumelage par un accord »: the date is the accord’s.
const isCompleted = (plain: string, one: Instrument, next: Instrument) =>
  /(?:complet|doubl|remplac|enrichi|assorti|prolong|relay)\p{L}* (?:le|la|l'|ce|cette|notre|leur|son)? ?$/u.test(
    plain.slice(Math.max(0, one.start - 30), one.start),
  ) && /^[^.;]{0,30}\bpar (?:une?|la|le|l')? ?$/u.test(plain.slice(one.end, next.start))

const farthest = 400
// « Cet accord, nous voulons l’approfondir : une mission partira en octobre. »
const nearby = 130
const bare = /^(?:accord|convention|texte|protocole|charte|pacte|contrat|agreement)s?$/iu

// « l'un en 2008 et l'autre en 2014 », « respectivement en 2008 et en 2014 »
export const eachInTurn =
  /\bl'une? [^.;]{0,40}\bl'autre\b|respectivement|respectively|\ble premier [^.;]{0,60}\ble second\b|\bla premiere [^.;]{0,60}\bla seconde\b/
// « le jumelage fêtera ses soixante ans en 2023 »
const feasts =
  /\b(?:fet|celebr)\p{L}+ (?:ses|son|leurs?|les|le|la|its|their) |\bfetee?s? (?:en|le|ce|au|du)\b|anniversa|bougies/u

// « jumelée à B de 1992 à 2006 »
const lasted = /\b(?:jumel|li[e]e|unie?s?\b|partenaire|twinned|linked)[^.;]{0,50}$/u

// From the 7th to the 9th: a visit, whereas the beginning of a month is a day that nobody remembers.
const severalDays = /^\d{4}-\d{2}-(?!01|11|21)\d{2}\/\d{4}-\d{2}-\d{2}$/
// A period of several years is one of validity, not the day of a signature.
const isDayOfAct = (edtf: string) =>
  !/\/\.\.|^\.\./.test(edtf) && !/^\d{4}\/\d{4}$/.test(edtf) && !severalDays.test(edtf)
