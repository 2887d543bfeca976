/** Words that begin roles, over plain copies, in French and English. */
export const latinRole =
  '(?:(?:premier|premiere|1er|1ere|second|seconde|ancien|ancienne|vice|co|actuel|actuelle|nouveau|nouvelle|futur|first|former|deputy|vice|hon\\.|honorary)[ -])*' +
  '(?:maires?|adjointe?s?|elue?s?|conseill(?:er|ere)s?|presidente?s?|vice-presidente?s?|ambassad(?:eur|rice)s?|consule?s?|direct(?:eur|rice)s?|directrices?|chef(?:fe)?s?|chargee?s?|responsables?|secretaires?|attachee?s?|delegue?e?s?|gouverneure?s?|prefete?s?|prefets?|ministres?|deputee?s?|senat(?:eur|rice)s?|coordinat(?:eur|rice)s?|referente?s?|techniciens?|techniciennes?|agente?s?|professeure?s?|recteurs?|rectrices?|doyenne?s?|doyen|charge|membres?|representante?s?|interpretes?|traduct(?:eur|rice)s?|journalistes?|archiviste|bibliothecaires?|fondat(?:eur|rice)s?|animat(?:eur|rice)s?|tresori(?:er|ere)s?|rapporteure?s?|comptable|ingenieure?s?|architectes?|urbanistes?|expert(?:e)?s?|consultante?s?|mayor|councillors?|councilor|chair(?:man|woman|person)?|president|ambassador|director(?: general)?|head|governor|secretary(?: general)?|officer|manager|minister|consul(?: general)?|counsellor|attache|coordinator|professor|representative|dg|dga|dgs)'

/** Endings of words for an office: 국제교류과장, 시의원, 부시장. */
const koreanTitles =
  '시장|부시장|권한대행|직무대행|직무대리|주지사|부주지사|인민위원장|부주석|(?<!공사|작업|건설|산업|사고|행사|축제|교육|생산|^)현장|군수|부군수|구청장|부구청장|도지사|부지사|지사|의장|부의장|의원|위원장|부위원장|위원|국장|과장|팀장|실장|본부장|부장|차장|계장|담당관|정책관|기획관|협력관|심의관|주무관|사무관|서기관|이사관|주사|대사|부대사|총영사|영사|참사관|주재관|공사참사관|사무총장|사무국장|사무처장|회장|부회장|이사장|상임이사|원장|부원장|총장|부총장|교수|박사|대표이사|대표|관장|센터장|소장|단장|조정관|감독|연구원|연구위원|전문위원|보좌관|비서관|비서|통역사|통역|기자|장관|차관|총리|대통령|코디네이터|매니저|담당자|담당|문정관|도예가|작가|화가|조각가|건축가|지휘자|피아니스트|교장|학장|처장|청장|서장|이장|지회장|지부장|지사장|행정관|외교관|사회자|간사|씨|님|여사'

/** Matches the stem of a word; 님 may follow. */
export const koreanTitleEnd = new RegExp(`^(?:[가-힣A-Za-z·]*?)(?:${koreanTitles})(?:님)?$`, 'u')
