/** 맺은 적이 없다, 사실이 아니다, 사양했다: there is no tie, or a report of one was wrong. */
const denial =
  /사실이 아니|사실과 다르|사실무근|오보|와전|관계(?:가|는)? 없|(?:맺은|체결한|결연한) (?:[가-힣]+ ){0,2}(?:도시|곳|데|상대|지자체)(?:은|는|이|가)? [^.]{0,8}없|(?:결연|협정|협약)(?:이나 협정)?(?:이|은)? (?:하나|한 건)도 없|(?:맺은|체결한|이야기한|나눈|협의한|접촉한|교류한|서명한) (?:적|일|바|것)(?:이|은|도)? ?(?:전혀 |아직 )?없|맺은 것도|[시군구도](?: 간|끼리의?) (?:협[정약]|결연|교류)(?:이|가|은|는)? ?아[니님닙]|체결 ?주체(?:는|가) |제안 ?건? ?[:：] ?(?:보류|부결|반려|유보)|결연(?:을|은)? 맺지 않|거절|무산|부결|성사되지|성사되지는|이루어지지 (?:않|못)|협정설|결연설|협약설|(?:협[정약]|결연|문서)(?:도|이나) (?:교류|왕래|방문|접촉)[가-힣]{0,2} ?없|빼 ?주|(?:논의|협의|검토)(?:는|가|도|한 바)? ?없|단계는? 아니|(?:체결|결연|추진|교류)(?:하지|할 계획은|은 하지)? ?않기로|없던 일|백지화|결렬|철회|고사(?:했|하였|하)|사양|추진하지 (?:않|아니)|될 수 없|결연 주체가|하고 싶(?:다|어)|찾고 싶|관련이 없|(?:검토|논의|추진)(?:도|를|는)? ?(?:했|하였)(?:으나|지만) (?:접|그만)|접은 바|(?:맺으|체결하|서명하)려다|계획(?:이|은|도)? ?없(?!어졌)/u
// 협약을 맺었다는 기사가 있던데요?: hearsay or a question is not a statement.
const hearsay =
  /(?:다|는다|한다|된다)는 (?:기사|보도|소문|이야기|말|풍문|얘기|설)|(?:습니까|ㅂ니까|던데요|는지요|인가요|나요)\?/u

const wish =
  /(?:교류|협력|결연|협약|자매도시|우호도시)(?:를|을|하기를|하고자)? ?(?:희망|원하|원함|바라|바람|타진)/u
const done = /체결|맺|협의|논의|추진|서명|이어|방문|도시(?:인|이)|하여 ?왔/u

/** Whether a sentence only expresses the wish for a tie. */
export const isOnlyWished = (text: string) => wish.test(text) && !done.test(text)

/** Whether a Korean sentence denies a tie, or only asks. */
export const isKoreanDenial = (text: string) =>
  (denial.test(text.replace(ofAnother, ' ')) && !goesOn.test(text)) ||
  (hearsay.test(text) && !/언제|몇 년|어떻게 |어떤 계기/u.test(text))

// 자매결연을 맺었으나 …, 일본의 한 도시와는 협의하다가 성사되지 않았다: about another one, at the end of the sentence.
const ofAnother =
  /(?<=(?:결연|협[정약])(?:을|를) (?:맺|체결)[^.]{0,60}, )[^.,]{0,20}(?:와는|과는) [^.,]*(?:성사|무산|결렬|추진하지|이루어지지)[^.]*\.?$/u

// 협력을 검토 중이나 아직 맺은 것은 없음: something goes on, though there is no paper.
const goesOn =
  /(?:다시|새로) ?(?:체결|맺|서명)[^.]{0,12}계획|(?:협의|검토|논의|조율|추진) ?중(?!단|지)|교류(?:하고|를 이어|해 왔|해 오|해 온)|오가[고며는]|왕래(?:하고|해|한다|함)|교류(?:한다|함|하며| ?중)/u

// 밤베르크시에 교류 의향서를 발송하고, 낭시시 측에 우호협력을 제안했다
const proposedTo =
  /^(?:시)?(?: ?(?:측|시장|시청|정부))?(?:에|에게|께)(?:는|도)? (?:[^.]{0,40}(?:의향서|서한|친서|제안서)(?:을|를) (?:[가-힣]+ )?(?:보[내냈]|발송|전달|송부)|[^.,]{0,30}(?:결연|협[정약]|우호협력|자매도시|우호도시|교류)(?: 체결)?(?:을|를) (?:[가-힣]+ )?(?:제안|제의))/u
// 퍼듀시 측이 제안한 자매결연을 검토하고 있다
const proposedBy =
  /^(?:시)?(?: ?(?:측|시장|시청|정부))?(?:이|가|에서) (?:[가-힣]+ )?(?:제안|제의|요청)한 [^.,]{0,16}(?:결연|협[정약]|우호협력|교류)/u

/** Whether the words after a name state that a tie was proposed to it, or by it. */
export const isProposed = (after: string) => proposedTo.test(after) || proposedBy.test(after)

const exchanging = /(?:교류|왕래|협력)(?:를|을)? ?(?:[가-힣]+ )?(?:하고|해|이어) ?(?:있|오|왔|온)/u

/** 앙뒤즈는 2009년부터 왕래하고 있는데: whether the words after a name state that it has exchanges, without naming a partner. */
export const keepsUp = (after: string) =>
  exchanging.test(after) && !/[가-힣](?:와|과)(?:의|는|도)? /u.test(after)
