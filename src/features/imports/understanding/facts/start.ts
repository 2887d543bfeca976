import { type DatesOf, isComing } from '../dates/settled-dates.ts'
import type { ReadAgreement, ReadCooperation } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { quoteOf, toldOf } from './clauses.ts'

const about =
  /\bamies?\b|\bmene(?:nt)?\b|\bengagement\b|\bintervien(?:t|nent)\b|\bliee?s?\b|\bunie?s?\b|ecriv|connaissance|aventure|tout (?:part|est parti)|histoire|deplac|delegation|mission|visite|jumel|partena|cooper|lien|relation|echange|contact|collabor|travail|amitie|coopere|rencontr|accord|convention|soutien|soutenu|\baid(?:e|er|ent|ait|aient)\b|accompagn|appui|appuy|correspond|cause commune|aux cotes|interess|rapproch|connai|connu|frequent|twin|partner|link|friend|exchange|contact|\bwork|support|cooperat|교류|협력|자매|우호|결연|인연|왕래|관계|회의|홈스테이|오가|이어 ?(?:오|왔|온)|만나 ?왔|친구|(?<![가-힣])벗|보내 ?오|보내 ?왔/
const begins =
  /(?:\b(?:celui|celle)(?:-ci)? (?:avec|de|d'|entre|qui)[^.;]{3,60}, (?:a|de|en) $|remont\w+ a|commenc\w+|debut(?:e|ee|es|ent|a|ait|aient|erent)\b|apres s'etre engagee?s?|\binitie\w*|engagee?s? (?:en|depuis|des)|(?:est|sont|etait|etaient) nee?s?\b|(?:amitie|lien|relation|partenariat|cooperation|histoire)s? nee?s?\b|\blancee?s?\b|\bnou(?:e|ee|es|ees|ent|a|ait)\b|\bentam\w+|\bamorc\w+|(?:pris|prend|prennent|prenait) (?:forme|corps|naissance)|vu le jour|demarr\w+|officialis\w+|rapproch\w+|fait connaissance|(?:pris|prise?|prit|prirent) (?:de )?contact|\btiss\w+|fait cause commune|\b(?:amitie|lien|relation|partenariat|cooperation|jumelage|histoire)s?\b[^.;]{0,40}, ?nee?s?\b|depuis (?:la|une) (?:visite|venue|rencontre)|premiers? (?:contacts?|echanges?|liens?|pas|voyages?|deplacements?)|(?:a|ont|s'etaient|se sont|s'est|s'etait) (?:rencontr|connu|trouv)\w+|lie connaissance|entree?s? en (?:contact|relation)|(?:tout|l'histoire|l'aventure) (?:part|est partie?|vient)|premiere (?:fois|rencontre|delegation|visite)|ouvert\w* (?:en|le)|\bdat(?:e|ent|ait|aient) (?:de|du)|marque le debut|struck up|began|begun|started|dates? (?:back|from)|goes? back|go(?:es)? back to|first (?:contact|exchange|visit)|시작|처음|첫|물꼬|출발|비롯|맺어)/
const beginsAfter =
  /^(?: que|,)[^.;]{0,70}\b(?:se (?:sont (?:rencontr|trouv|rapproch|connu|lie|choisi|decouvert)|rencontr|rapproch|connaiss)\w*|font connaissance|s'(?:est|etait) (?:engage|rapproche|liee?|associee?)\w*|(?:a|ont) (?:noue|entame|commence|debute|fait connaissance)|(?:nouent|entament|debutent|commencent)\b|(?:est|sont) nee?s?)/
const sinceWords = /\b(?:depuis|des|since|a partir (?:de|du))(?: le| l'annee| l'an| l'| le mois de| la)? ?$/
// « s’intéresse à B depuis le festival de 2015 »
const sinceEvent =
  /(?:interess|connaiss|travaill|cooper|collabor|echang|\blie|soutien|aid|accompagn|frequent)\p{L}*[^.;,]{0,40} depuis (?:le|la|l'|les|une?) ?[^,.;]{3,45} (?:de|en|du|d') ?$/u
// « C’est en 1979 qu’une première délégation est venue »
const firstAfter =
  /^ ?,? ?qu(?:'|e )(?:une?|la|les|l'|le)? ?(?:toutes? )?(?:premiere?s? (?:delegation|visite|rencontre|contact|echange|voyage|classe|groupe)|histoire|relation|aventure|tout)/u
// « Chez nous tout part d’un conteneur de livres. C’était en 1989. »
const origin =
  /\b(?:tout (?:part|est parti|a commence|commence|commenca)|l'(?:histoire|aventure) (?:commence|a commence|debute)|a l'origine|it all (?:began|started))\b/
const notSince =
  /(?:festival|semaine|concours|association|atelier|cours|exposition|fonds|directeur|maire|presid|chaque annee|ans? apres)[^,.;]{0,40}(?:depuis|since) $/

// « au point mort depuis le changement de municipalité en 2014 »
const haltedSince =
  /(?:point mort|a l'arret|en (?:sommeil|veille|veilleuse|suspens|pause)|suspen\p{L}*|interromp\p{L}*|plus rien|plus acti(?:f|ve)s?|cadu(?:c|que)s?|dormant)\b[^.;]{0,30} (?:depuis|since)\b[^.;]{0,50}$/u

// 2016년부터 사진 교류를 하고 있으며, 내년에 …할 예정
const goesOn = /^ ?년?부터 [^,]{0,30}(?:하고 있|해 오|해 왔|이어 오|이어 왔|하여 왔)/u

/** The start of a tie: the earliest date of its beginning in the text, or of its first signed agreement. */
export function readStart(
  tie: StatedTie,
  agreements: readonly ReadAgreement[],
  datesOf: DatesOf,
): ReadCooperation['since'] {
  const said = toldOf(tie).flatMap(({ sentence, start, end }, place, all) => {
    const isOrigin = origin.test(all[place - 1]?.plain ?? '') && /^[^\d]*$/u.test(all[place - 1]?.plain ?? '')
    const dates = datesOf(sentence.unit).filter((date) => date.start >= start && date.end <= end)
    const { plain } = sentence.unit
    return dates.flatMap(({ edtf, start: at, end: stop }, index) => {
      if (edtf === null) return []
      const before = plain.slice(Math.max(start, at - 110), at)
      const after = plain.slice(stop, Math.min(end, stop + 40))
      const isSince =
        ((sinceWords.test(before) || sinceEvent.test(before)) &&
          !notSince.test(before) &&
          !haltedSince.test(before) &&
          about.test(sentence.plain)) ||
        /^ ?(?:년)? ?(?:말|초|봄|여름|가을|겨울|상반기|하반기)?(?:부터|이래|이후)(?! ?(?:매년|격년))(?![^.,]{0,14}(?:멈[춰췄춘]|중단|끊[겼긴]))/.test(
          after,
        )
      const isBeginning =
        begins.test(before.slice(-90)) ||
        firstAfter.test(after) ||
        beginsAfter.test(plain.slice(stop, Math.min(end, stop + 100))) ||
        (/[가-힣]/.test(plain) && begins.test(after))
      // 산둥성(2009): the year beside the name of a partner.
      const isBeside =
        tie.stated === sentence &&
        tie.parties.some(
          (party) =>
            /^ ?\($/u.test(plain.slice(party.end, at)) &&
            /^\)/u.test(plain.slice(stop)) &&
            /[가-힣]/.test(plain),
        )
      // « Garbsen (Allemagne, 1978) », in a list of partners with nothing else
      const isInList =
        agreements.length === 0 &&
        (tie.by === 'list' || tie.within !== null) &&
        tie.stated === sentence &&
        tie.parties.some(
          (party) =>
            party.end <= at &&
            /^ ?\((?:[a-z' -]{3,24}, ?)?(?:depuis |since )?$/u.test(plain.slice(party.end, at)),
        ) &&
        /^\)/u.test(plain.slice(stop))
      const isMeant =
        isBeside ||
        isInList ||
        (isOrigin && index === 0) ||
        beginsInKorean(plain, stop, Math.min(end, dates[index + 1]?.start ?? end)) ||
        /(?:tout|l'histoire|cela|it all) (?:a|avait|avait|had)? ?(?:commence|debute|began|started)[^.;]{0,12}$/.test(
          before,
        ) ||
        (isSince
          ? about.test(sentence.plain)
          : isBeginning && about.test(plain.slice(Math.max(start, at - 140), stop + 60)))
      return isMeant &&
        (!isComing(plain, { start: at, end: stop }) || goesOn.test(after)) &&
        !/(?:anniversaire|주년)/.test(plain.slice(at, stop + 20))
        ? [{ date: firstOf(edtf), quote: quoteOf(sentence) }]
        : []
    })
  })
  const signed = agreements.flatMap(({ date, state, quote, kind }) =>
    date !== null && kind !== 'none' && state !== 'in_talks' ? [{ date: firstOf(date), quote }] : [],
  )
  const inCells = tie.cells
    .filter(({ role }) => role === 'since' || role === 'date')
    .flatMap(({ unit, start, end, role }) =>
      datesOf(unit).flatMap((date) =>
        date.start >= start &&
        date.end <= end &&
        date.edtf !== null &&
        (role === 'since' || agreements.every(({ kind }) => kind === 'none'))
          ? [{ date: firstOf(date.edtf), quote: quoteOf(tie.stated) }]
          : [],
      ),
    )
  const earliest = [...said, ...inCells, ...signed].sort((a, b) => a.date.localeCompare(b.date))[0]
  return earliest ?? null
}

const firstOf = (edtf: string) => edtf.split('/')[0] ?? edtf

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
