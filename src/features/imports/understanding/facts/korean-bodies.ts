import { isMostlyHangul } from '../words/scripts.ts'

const kinds =
  '대학교|대학|농협|수협|축협|신협|캠퍼스|칼리지|아카데미|보존회|동호회|향우회|부녀회|하우스|수목원|정원|악단|재단법인|시민단체|협의체|농업기술센터|연구원|연구소|과학원|음악원|의료원|상공회의소|협회|재단|박물관|미술관|진흥원|공사|고등학교|중학교|초등학교|인형극학교|병원|합창단|오케스트라|교향악단|관현악단|악단|인형극단|극단|무용단|발레단|오페라단|국립오페라|시립오페라|공단|센터|문화원|도서관|조합|연맹|기념관|수목원|식물원|학교|연합회|조직위원회|집행위원회|축제위원회|영상위원회|(?<![경통법국])제위원회|추진위원회|교류위원회|교육청|교육지원청|항만청|항만공사|예술단|회사|클럽|친선협회|한인회|체육회|밸리|클러스터|시테|스튜디오|갤러리|국립극장|시립극장|대사관|영사관|진흥청|산림청|기상청|유산청|개발청|농업기술원|학과|학부|(?<!공동)연구실|사업단|산학협력단|공방|양조장|와이너리|상인회|연구회|창작촌|기술원|발레단|국악원|상공회|무역협회|테크노파크|관광공사|은행|신문사|(?<!(?:지사|군수|시장|실무|행정|정부|정책|교류|협력|구청장|의장|시군구?|시도|단체))협의회|교육원|수련원|새마을회|문고회|교육위원회|마사회|작가회|예술인회|문인회|어머니회|학부모회|동문회|의사회|약사회|간호사회|장학회|학회|예총|사업회|진흥회|조직위|추진위|집행위|축제위|시험원|평가원|개발원|정보원|관리원|학원|문화방송|방송공사|문화전당|리조트|고취대|취타대|풍물단|농악대|농악단|봉사단|봉사회|청년회의소|연주단|음악단|비보이단|적십자사|방송국|어촌계|작목반|동물원|여행사'
const body = new RegExp(`^.*(?:${kinds})$`, 'u')
const particle =
  /^(.{2,}?)(?:은|는|이|가|을|를|과|와|의|에|도|에서|등|및|로|으로|측|간|에게|와의|과의|에서는|에는|이나|나)$/u

// 이프르메르(Ifremer), 국제만화이미지시테(CIBDI): a name with its initials or its own spelling beside.
const spelled = /([가-힣]{3,}) ?\((?!MOU|LOI|GAOK|CUF|KOICA|EU\b)\p{Lu}[\p{L}&-]{2,20}\)/gu

// ㈜바이오랩, 한화오션(주)
const firm =
  /(?:㈜|\(주\)|주식회사 )([가-힣A-Za-z\d&]{3,20})|(?<![가-힣])([가-힣A-Za-z\d&]{3,20})(?:㈜|\(주\))/gu

// 전남도립대 교수, 동신대와 앙제대학: a university by its short name.
const shortUniversity =
  /(?<![가-힣])([가-힣]{2,6}대)(?= (?:[가-힣]+과 )?(?:교수|총장|대학생|재학생|연구팀|산학협력단)|(?:와|과) [가-힣]{2,8}(?:대|대학|대학교)(?:와|과|의|가|이|는|은|간|도)?(?![가-힣]))/gu

// Cité du design과, AgroParisTech 사이의, KAIST와 INSA Lyon의: a name in Latin letters in the position of an actor.
const latinName =
  /(?<![\p{L}(@/.:-])(\p{Lu}[\p{L}\d&’'-]*(?: (?:\p{Lu}[\p{L}\d&’'-]*|(?:de|du|des|d’|of|and|et|en|la|le|les)(?= )|design|arts?))*)(?= ?(?:과|와|은|는|이|가|의|에|도|을|를|,|및| 사이| 실무진| 정원사| 관계자| 측| 대표)(?![A-Za-z]))/gu
const notBody =
  /^(?:(?:Mme|M|Mr|Ms|Mrs|Dr|Monsieur|Madame)\b.*|MOU|MoU|LOI|LoI|UNESCO|Région|Ville|Memorandum(?: of Understanding)?|Letter|Korea|Corée|France|[A-Z]{1,3}|.*(?:Métropole|Agglomération))$/u

/** Bodies that a Korean text names, as written, with the preceding words that belong to the name. */
export function koreanBodies(text: string): string[] {
  if (ofSchools.test(text)) return []
  const words = Array.from(text.matchAll(/[가-힣A-Za-z0-9·&]+/gu)).flatMap(({ 0: word, index }) =>
    partsOf(word).map((each) => ({
      word: each,
      start: index + word.indexOf(each),
      end: index + word.indexOf(each) + each.length,
    })),
  )
  const found = words.flatMap(({ word, start }, at) => {
    const stem = body.test(word) && !/대학과$/u.test(word) ? word : (particle.exec(word)?.[1] ?? '')
    const isHouse = house.test(word) && !officials.test(stem === '' ? word : stem)
    if (
      (!body.test(stem) && !isHouse) ||
      isOnlyPlace.test(text.slice(start + word.length)) ||
      isVenue(text, word, start)
    )
      return []
    const before: string[] = []
    for (let back = at - 1; back >= Math.max(0, at - 2); back -= 1) {
      const each = words[back]
      if (!each || text.slice(each.end, words[back + 1]?.start ?? start) !== ' ' || leads.test(each.word))
        break
      before.unshift(each.word)
    }
    return [[...before, stem === '' ? word : stem].join(' ')]
  })
  const inLatin = isMostlyHangul(text) ? text : ''
  const latin = Array.from(inLatin.matchAll(latinName), (match) => (match[1] ?? '').trim()).filter(
    (name) => name.length > 3 && !notBody.test(name),
  )
  const firms = Array.from(text.matchAll(firm), ([, after, before]) => {
    const name = after ?? before ?? ''
    return particle.exec(name)?.[1] ?? name
  })
  const short = Array.from(text.matchAll(shortUniversity), ([, name = '']) => name)
  const beside = Array.from(text.matchAll(spelled), (match) => match[1] ?? '')
  return [...found, ...firms, ...short, ...beside, ...latin].filter(
    (name, at, all) =>
      // 대나무 정원, 자매정원: a common noun, whereas 세벤대나무정원 is a name.
      !/(?:^| )[가-힣]{0,2}정원$/u.test(name) &&
      // 연세대학교 원주의과대학: one within the other.
      !all[at + 1]?.startsWith(`${name} `) &&
      name.length > 3 &&
      !/^[가-힣]{1,3}(?:·[가-힣]{1,4})+$|·(?:대학|학교|기업|병원|협회|센터)$/u.test(name) &&
      !generic.test(name) &&
      !unnamed.test(name) &&
      !/시$|시의회$/u.test(name),
  )
}

/** 여수캠퍼스·사가대학: two bodies joined by a point. */
function partsOf(word: string): string[] {
  const parts = word.split('·')
  const isEach = parts.every(
    (each, at) =>
      body.test(at < parts.length - 1 ? each : (particle.exec(each)?.[1] ?? each)) && each.length >= 4,
  )
  return parts.length > 1 && isEach ? parts : [word]
}

// 두 학교의 자매결연은 학교 간 교류임, 시의 교류로 보지 않음: not an activity of the authorities.
const ofSchools =
  /학교 ?(?:간|끼리의?|사이의?)? ?(?:교류|사업|결연)(?:임|이다|이므로|이라|이며|입니다|로서)|[시군구도]의 (?:교류|사업)(?:로|으로|가|이)? ?(?:보지 않|아니)/u

// 디종 국제미식포도주관: a house of some kind, if the word is neither a title nor a common noun.
const house = /^[가-힣]{4,}관(?=은|는|이|가|을|를|과|와|의|에|에서|$)/u
const officials =
  /(?:협력|담당|기획|정책|심의|조정|행정|사무|주무|참사|주재|비서|보좌|문정|외교|홍보|감사|소통|기|여|세|장|차|법|교|군|경)관$/u

const generic =
  /^(?:두|양|각|그|이|해당|현지|지역|관내|관련|주요|여러|국내|해외|양국|한|우리|모든|일부)? ?(?:대학교?|학교|센터|협회|기업|고등학교|중학교|초등학교|연구소|연구원|병원|극장|도서관|박물관|미술관|재단|대사관|은행|클럽|상공회의소|체육회|관광협회|문화재단|교육청|교육지원청|의료원|산림조합|적십자사|조직위(?:원회)?|추진위(?:원회)?|집행위(?:원회)?|회사|해양극장|게임회사|정원)$/u

// 소년합창단, 오케스트라: a common noun, without a name.
const unnamed =
  /^(?:(?:소년|소녀|어린이|청소년|청년|여성|시민|주민|학생|대학생|연합|전통|민속|거리|현지|지역|자매) ?)*(?:합창단|무용단|극단|인형극단|예술단|악단|교향악단|관현악단|오케스트라|축구클럽|발레단)$/u

// 배다리도서관 앞 광장: a location.
const isOnlyPlace = /^ (?:앞|옆|인근|부근|주변|광장|기간)/u

// 통영시민문화회관에서 서명했다, 곳: 오송컨벤션센터: the venue.
const isVenue = (text: string, word: string, start: number) =>
  // 고분박물관을 찾았다: only visited.
  (/[을를]$/u.test(word) &&
    /^ (?:[가-힣]+ )?(?:찾|방문|둘러|견학|시찰|관람|참관|답사|돌아보)/u.test(
      text.slice(start + word.length),
    )) ||
  /^[^가-힣]{0,4}(?:곳|장 ?소|일시와 장소) ?[:：]/u.test(text) ||
  (/(?:회관|센터|호텔|홀|전당|공원|체육관|도서관|박물관|미술관|극장|청사|문화원|정원)에서$/u.test(word) &&
    /서명|체결|맺|교환|협약식|기념식|회의|간담회|결연식/u.test(text.slice(start + word.length)))

/** Words that end in a particle, count or introduce: not part of the name that follows. */
const leads =
  /(?:은|는|이|가|을|를|과|와|의|에|에서|로|으로|하고|하여|및|등|년|월|일|초|말|때마다|해마다|맞아|받아|찾아|따라|통해|위해|한|된|인|간|도|부터|까지|시|군|구|며|고|던|할|는데|나|명|회|차|운영하는|있는)$|^(?:이후|또한|해마다|정기적으로|각각|직접|다시|새로|처음|한편|당시|현재|올해|작년|지난해|내년|함께|특히|이어|이듬해|매년|격년|우리|양측|두|이날|그날|당일|이번|뒤|앞서|그동안|최근|별도로|참고로|제\d+\S*|\d+\S*|내려받기|안내서|관련|소재|관내|인근|시내|현지|지역|소속|산하|부설|출신|상반기|하반기|올여름|올겨울|민간|공동|주최|후원|협력|지난)$/u
