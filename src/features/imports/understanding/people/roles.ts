/** Words with which roles begin, over plain copies, in French and English. */
export const latinRole =
  '(?:(?:premier|premiere|1er|1ere|second|seconde|ancien|ancienne|vice|co|actuel|actuelle|nouveau|nouvelle|futur|first|former|deputy|vice)[ -])*' +
  "(?:maires?|adjointe?s?|elue?s?|conseill(?:er|ere)s?|presidente?s?|vice-presidente?s?|ambassad(?:eur|rice)s?|consule?s?|direct(?:eur|rice)s?|directrices?|chef(?:fe)?s?|chargee?s?|responsables?|secretaires?|attachee?s?|delegue?e?s?|gouverneure?s?|prefete?s?|prefets?|ministres?|deputee?s?|senat(?:eur|rice)s?|coordinat(?:eur|rice)s?|referente?s?|techniciens?|techniciennes?|agente?s?|professeure?s?|recteurs?|rectrices?|doyenne?s?|doyen|charge|membres?|representante?s?|interpretes?|traduct(?:eur|rice)s?|journalistes?|archiviste|bibliothecaires?|fondat(?:eur|rice)s?|animat(?:eur|rice)s?|tresori(?:er|ere)s?|rapporteure?s?|comptable|ingenieure?s?|architectes?|urbanistes?|expert(?:e)?s?|consultante?s?|mayor|councillors?|councilor|chair(?:man|woman|person)?|president|ambassador|director(?: general)?|head|governor|secretary(?: general)?|officer|manager|minister|consul(?: general)?|counsellor|attache|coordinator|professor|representative|dg|dga|dgs)"

export const latinRolePattern = new RegExp(`(?<![\\p{L}-])${latinRole}(?![\\p{L}])`, 'gu')

/** Titles that stand after a Korean name, or before it. */
export const koreanTitle =
  '(?:(?:국제|행정|문화|경제|기획|자치|관광|환경|교육|투자|대외|정무|홍보|도시|교류|협력|총무|의전|통상|산업|복지|일자리|스마트|균형|예술|체육|농정|농업|해양|수산|청년|미래|전략|글로벌|사무|국제교류|국제협력|국제관계|국제통상)*' +
  '(?:시장|부시장|군수|부군수|구청장|부구청장|도지사|부지사|지사|의장|부의장|의원|위원장|부위원장|위원|국장|과장|팀장|실장|본부장|부장|차장|계장|담당관|주무관|사무관|서기관|주사|대사|부대사|총영사|영사|공사|참사관|서기관|주재관|국제관계대사|사무총장|사무국장|사무처장|회장|부회장|이사장|이사|원장|부원장|총장|부총장|교수|박사|대표이사|대표|관장|센터장|소장|단장|감독|작가|예술감독|연구원|연구위원|전문위원|보좌관|비서관|비서실장|통역사|통역|기자|의원장|장관|차관|총리|대통령|코디네이터|매니저|담당자|담당|씨|님|여사))'
