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
