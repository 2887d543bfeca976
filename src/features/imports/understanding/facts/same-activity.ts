import type { SettledDate } from '../dates/settled-dates.ts'
import type { ReadActivity } from '../reading.ts'

/** Dates of a sentence without those that an adjacent one narrows down: « l’an prochain, en mars 2018 ». */
export function closestDates(plain: string, dates: readonly SettledDate[]): SettledDate[] {
  return dates.filter((date, at) => {
    const [before, next] = [dates[at - 1], dates[at + 1]]
    const isSaidCloser =
      next !== undefined && beside.test(plain.slice(date.end, next.start)) && holds(date.edtf, next.edtf)
    const isSaidAgain =
      before !== undefined &&
      beside.test(plain.slice(before.end, date.start)) &&
      holds(date.edtf, before.edtf) &&
      date.edtf !== before.edtf
    // « l'automne dernier, lors du Salon d'octobre 2019 »
    const isNarrowed =
      next !== undefined &&
      !date.isPlain &&
      next.isPlain &&
      occasion.test(plain.slice(date.end, next.start)) &&
      holds(date.edtf, next.edtf)
    return !isSaidCloser && !isSaidAgain && !isNarrowed
  })
}

const beside =
  /^[ ,(]{0,3}(?:en|au|le|a|a l'|du|des|vers|in|on|the|au cours de|pendant l')? ?(?:mois de |mois d')?$/u
const occasion = /^,? (?:lors d|pendant |durant |a l'occasion d|au cours d|during |at the )[^.;:]{0,60}$/u
const holds = (coarse: string | null, fine: string | null) =>
  coarse && fine?.startsWith(coarse.slice(0, 4)) && coarse.length <= fine.length

/** One act mentioned twice is one: in two languages of a letter, or day by day of one visit. */
export function onceEach(activities: readonly (ReadActivity & { isRelative: boolean })[]): ReadActivity[] {
  const kept: (ReadActivity & { isRelative: boolean })[] = []
  for (const activity of activities) {
    const isRepeat = kept.some(
      (each) =>
        each.date !== null &&
        ((each.date === activity.date && isKorean(each) !== isKorean(activity)) ||
          (each.date === activity.date && isHeadline(each) && sharesWord(each.title, activity.title)) ||
          (each.isRelative && activity.isRelative && daysApart(each.date, activity.date) < 8)),
    )
    if (!isRepeat) kept.push(activity)
  }
  return kept.map(({ isRelative: _, ...activity }) => activity)
}

// 9월 엑스포에 그라스관 운영, above an article that says so in a sentence: the phrase of the title and the sentence.
const isHeadline = ({ title, quote }: ReadActivity) =>
  quote.passage < 4 && /[가-힣](?<![다요음함임])$/u.test(title)
const sharesWord = (one: string, other: string) =>
  (one.match(/[가-힣]{3,}/gu) ?? []).some((word) => other.includes(word.slice(0, 3)))

const isKorean = ({ title }: ReadActivity) => /[가-힣]/u.test(title)

function daysApart(one: string, other: string | null): number {
  const day = /^\d{4}-\d{2}-\d{2}$/u
  if (other === null || !day.test(one) || !day.test(other)) return Number.POSITIVE_INFINITY
  return Math.abs(Temporal.PlainDate.from(one).until(other, { largestUnit: 'days' }).days)
}
