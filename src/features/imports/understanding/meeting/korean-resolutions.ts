import type { SettledDate } from '../dates/settled-dates.ts'
import type { Outline, Sentence, Unit } from '../outline.ts'
import type { ReadResolution } from '../reading.ts'
import { chargedOwner, koreanDue } from './korean-owner.ts'

// 만들기로 하였다, 다낭으로 정함, 연말까지 마련하겠습니다, 원안대로 가결
const decided =
  /기로 ?(?:하였|했|함|한다|결정|합의|정했|정하|뜻을 모)|(?:결정|의결)(?:하였|했|함)|원안(?:대로)? ?(?:의결|가결)|[으]?로 정(?:함|했다|하였다)|(?<!지금|현재)까지 [^.]{0,40}겠습니다/u
// 초안은 사무국이 12월까지 돌린다: who, until when, and no past.
const charged =
  /[가-힣A-Za-z](?:이|가|은|는) (?:[^.]{0,24} )?[^.]{1,14}(?<!지금|현재|이제|오늘|그때)까지 [^.]{0,30}(?:(?<![었았했였됐있없])다|함)\.?$/u

/** Whether a Korean sentence of minutes resolves something. */
export const koreanDecides = ({ text }: Sentence): boolean =>
  decided.test(text) || charged.test(text) || chargedOwner(text) !== null

/** 올해 12월 말까지 마련하도록 하겠습니다: a promise of an official, whatever was asked. */
export const koreanPromise = /(?<!지금|현재)까지 [^.]{0,40}겠습니다/u

// 작성: …, 붙임: …, 폐회(16:30), 끝.: what closes an account; 담당 ○○과, 기한 4월 말: of the sentence before.
const closing =
  /^[^가-힣]*(?:작성자?|정리|참고 ?자료|관련 ?자료|붙임|첨부|문의|사진|기록|배포일?) ?[:：]|^[^가-힣]*(?:폐 ?회|산 ?회|폐 ?의|끝)(?= ?[:：(.]|$)|붙임 ?\d*\.?$|회의를 마쳤|^담당 ?[:：]? ?[가-힣]|^준비는 |^기한(?:은|:)|^\([^)]*(?:까지|[시군구도과팀회]|협의회)\)[.]?$/u
// 서식을 통일하자는 의견(안성시)
const suggests = /(?:제안|의견|건의|요청)(?:함|이 있었음|이 나왔음)?(?: ?\([^)]*\))?[.]?$/u

/** Korean lines of minutes that are not resolutions: notes and closing words, which are not kept, or a mere suggestion. */
export const koreanAside = ({ text }: Sentence): 'closing' | 'suggestion' | null =>
  closing.test(text) ? 'closing' : suggests.test(text) ? 'suggestion' : null

const answer = /(?:시·도|시·군|시군|자치단체|지방정부).*까지 [^.]{0,40}회신하여 주시기/u

/** 5. 행정사항, and points beneath: tasks, with or without a day. */
function isOfTasks(units: readonly Unit[], unit: Unit): boolean {
  const { section, passage } = unit
  const above = units
    .slice(0, units.indexOf(unit))
    .findLast((each) => each.section === section && each.passage.level < passage.level)
  const heading = passage.kind === 'item' && above ? above : section.title
  return heading !== null && tasks.test(heading.plain)
}

const tasks = /^[^가-힣]*(?:행정|협조|준비|조치) ?사항[^가-힣]*$|^[^가-힣]*(?:역할|업무) ?분담[^가-힣]*$/u

/** Tasks with a responsible body in a report or a letter that is not an account of a meeting: 운영계획 수립 : 한식산업팀, 2023. 7.까지. */
export function koreanTasks(
  { units }: Outline,
  datesOf: (unit: Unit) => readonly SettledDate[],
): ReadResolution[] {
  return units
    .filter(
      ({ passage }) => passage.kind !== 'title' && passage.kind !== 'row' && /[가-힣]/u.test(passage.text),
    )
    .flatMap((unit) =>
      unit.sentences.flatMap((sentence): ReadResolution[] => {
        if (koreanAside(sentence) === 'closing') return []
        const isAnswer = answer.test(sentence.text)
        const by = isAnswer ? null : chargedOwner(sentence.text, !isOfTasks(units, unit))
        if (by === null && !isAnswer) return []
        const dates = datesOf(unit).filter(
          ({ start, end, edtf }) => start >= sentence.start && end <= sentence.end && edtf !== null,
        )
        const due = koreanDue(dates, unit.plain) ?? dates.at(-1)
        return [
          {
            text: sentence.text,
            by,
            due: due?.edtf ?? null,
            quote: { passage: unit.index, start: sentence.start, end: sentence.end },
          },
        ]
      }),
    )
}
