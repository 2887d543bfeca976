// 왕래가 시작되었고, 인연이 닿았으며, 처음 만났고, 찾아온 것이 시작이었고
const beginning =
  /(?:왕래|교류|인연|관계|우정|연락|만남|첫걸음|협력)[^.]{0,24}(?:시작|비롯|닿|물꼬|열었|싹|트)|시작이었|거슬러 ?올라|출발점|물꼬를 트|(?:처음|먼저) (?:만나|만났|접촉|인사|연락|찾|방문|손|오가|오갔|오간)|계기로 (?:처음 )?(?:만나|만났|알게)|손을? (?:맞)?잡|알게 [되된됐]|인연을 맺|(?:인연|계기|첫걸음|출발)(?:이|가) (?:되|됐|된|였)|계기였/u
// 인연은 2009년 … 행사에서 싹텄습니다
const ofBond =
  /(?:인연|교류|우정|만남|관계|왕래|사이)[은는이가의] (?:[가-힣]+ )?[^.,가-힣]{0,3}(?:19|20)\d\d[^.,]{0,12}$/u
// 두 도시가 처음 만난 것은 2021년 설명회였다
const firstOfAll =
  /(?:처음|첫)[^.\d]{0,16}(?:것은|때는|건|만남은|인연은|접촉은|교류는|방문은) ?[^.,가-힣]{0,2}(?:19|20)\d\d[^.,]{0,12}$/u
// 계기는 2017년 교수들이 앙제를 찾은 일이었다
const occasion = /(?:계기|시작|출발점?|첫걸음|발단|시초)(?:은|는) ?[^.,가-힣]{0,2}(?:19|20)\d\d[^.,]{0,4}$/u
const sprouting = /싹[이을]? ?[텄튼트]|움[텄튼트]|시작|비롯|거슬러|출발|닿|이어졌|물꼬/u
const longest = 110

/** Whether the words after a date, up to the next one or the end of its clause, say how a tie began. */
export function beginsInKorean(plain: string, from: number, to: number): boolean {
  const words = plain.slice(from, Math.min(to, from + longest))
  const clause = /^[^.]*?(?:(?:었|았|했|였|됐|렸)(?:고|으며|으나|지만|는데)|$|\.)/u.exec(words)?.[0] ?? words
  const before = plain.slice(Math.max(0, from - 40), from)
  return (
    /[가-힣]/.test(clause) &&
    (beginning.test(clause) ||
      occasion.test(before) ||
      firstOfAll.test(before) ||
      (ofBond.test(before) && sprouting.test(clause)))
  )
}
