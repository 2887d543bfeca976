import type { DatesOf } from '../dates/settled-dates.ts'
import type { ReadAgreement } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { koreanKindIn } from '../words/korean-instruments.ts'
import { quoteOf, type Told } from './clauses.ts'

const label =
  /(?:맺은|체결한|서명한) (?:날|해|때) ?[:：] ?$|(?:(자매|우호|친선|교류|협력|상호) ?)?(결연|체결|협약|협정|조인|서명)(?: ?체결)? ?(?:일자|연도|년도|연월일|연월|일시|시기|날짜|일) ?[:：] ?$/u

/** 결연일 : 1997년 6월 3일, beneath a partner's name: an agreement of the kind in the label, or in the heading above. */
export function labelledAgreements(told: Told, tie: StatedTie, datesOf: DatesOf): ReadAgreement[] {
  const { unit } = told.sentence
  return datesOf(unit).flatMap(({ start, end, edtf }): ReadAgreement[] => {
    if (edtf === null || start < told.start || end > told.end) return []
    const said = label.exec(unit.plain.slice(Math.max(told.start, start - 24), start))
    if (!said) return []
    const [whole, first, second] = said
    // 결연일: 2015. 11. 24. (우호협력)
    const inBracket = /^[.\s]*\(([가-힣 ]{2,12})\)/u.exec(unit.plain.slice(end))?.[1]
    const kind =
      koreanKindIn(first ?? '') ??
      koreanKindIn(inBracket ?? '') ??
      koreanKindIn(tie.kindWords) ??
      kindBeside(tie) ??
      koreanKindIn(second ?? '')
    return kind === null || kind === 'none'
      ? []
      : [
          {
            kind,
            state: 'signed',
            date: edtf,
            label: whole.trim(),
            signatories: [],
            quote: quoteOf(told.sentence),
          },
        ]
  })
}

// 관계: 자매도시, on another line of the entry.
const kindBeside = ({ told }: StatedTie) =>
  told
    .map(
      ({ plain }) =>
        /^[^가-힣]{0,4}(?:교류|협력|결연|협약|협정|자매)? ?(?:관계|구분|유형|형태|종류|방식|성격)(?: ?[:：]) ?([가-힣 ]{2,16})/u.exec(
          plain,
        )?.[1],
    )
    .flatMap((words) => (words === undefined ? [] : (koreanKindIn(words) ?? [])))[0] ?? null
