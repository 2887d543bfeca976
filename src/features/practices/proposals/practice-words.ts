import type { Theme } from '../../networks/index.ts'

/** Words by which French, English and Korean texts tell of practices; Latin ones over plain copies. */

/** What authorities do for their people day by day: to work on it together is to exchange practice, as it is not for trade or festivals. */
export const serviceThemes: ReadonlySet<Theme> = new Set<Theme>([
  ...(['environment', 'energy', 'green_growth', 'parks_and_gardens', 'recycling', 'water'] as const),
  ...(['urban_planning', 'mobility', 'smart_city', 'digital_government'] as const),
  ...(['early_childhood', 'ageing', 'health', 'social_cohesion', 'employment'] as const),
  ...(['citizenship', 'administrative_practice'] as const),
])

const frenchKnowHow =
  "(?:bonnes |meilleures )?pratiques(?: administratives?| professionnelles?)?|savoir[- ]faire|retours? d'experiences?|experiences?|expertises?|methodes de travail"
const englishKnowHow =
  '(?:(?:good|best|administrative) )+practices?|know-how|expertise|experiences?(?! of living)|lessons learn(?:ed|t)'

/** « partagent les bonnes pratiques », “exchanged know-how”: the subject follows. */
export const sharing = new RegExp(
  `(?:\\b(?:partag|echang|mutualis|transmet|transmis|transfer|compar)\\p{L}*|\\b(?:mettent|mettre|mis|mise) en commun)\\b[^.;]{0,60}?\\b(?:${frenchKnowHow})(?!\\p{L})|\\b(?:shar(?:e|es|ed|ing)|exchang(?:e|es|ed|ing)|pass(?:ed)? on|compar(?:e|ed|ing)|transferr(?:ed|ing))\\b[^.;]{0,40}?\\b(?:${englishKnowHow})\\b`,
  'u',
)
/** 공원 관리 노하우를 공유했다: the subject precedes. */
export const koreanSharing =
  /(?:(?:(?:우수|모범) ?(?:행정 ?|정책 ?)?|[가-힣]{2,4} )사례|노하우|(?:정책|행정|운영|관리) ?경험|(?:관리|보존|보수|재배|가공|저장|운영) ?기술)[가-힣]{0,2} ?(?:[가-힣]{1,6} ){0,2}?(?:공유|교류|교환|전수|나누|나눴|나눈)|(?:사서|공무원|기술자|전문가|조경사)(?:이|가|들이|의)? ?(?:서로 ?오가|상호 ?파견)/u

/** « travaillent ensemble sur », « coopération entre les services des espaces verts »: an exchange only on what services do. */
export const workingTogether =
  /\b(?:travaill|collabor|cooper|work|cooperat)\p{L}* (?:ensemble|together|avec|with|sur|on)\b|\bechang\p{L}* (?:\p{L}+ )?(?:sur|dans les? domaines?)\b|\bcooperation\p{L}* (?:\p{L}+ ){0,2}(?:entre|between) (?:les |leurs |the |their )?(?:services|equipes|directions|departments|teams)\b/u
/** The teams whose work it is, where a sentence names them. */
export const teams =
  /\b(?:equipes|services|directions|departments|teams) (?:municipales? )?(?:des|de la|de l'|d'|de|of|in charge of) ?[^,;.]{3,40}/u

/** « a accueilli des délégations coréennes pour échanger sur »: the host shows what it does. */
export const receiving =
  /\b(?:accueilli|recu|hosted|received)\p{L}* (?:\p{L}+ ){0,4}(?:delegations?|missions?)\b[^.;]{0,40}?\b(?:(?<!(?:parler|discuter) )sur|on)\b/u

/** « a lancé un outil de concertation », “has set up a service for”. */
export const launching =
  /\b(?:a|ont|vient d'etre|viennent d'etre|ont ete|a ete|has|have|was|were)\b (?:\p{L}+ ){0,2}(?:lance|mis en place|deploye|instaure|launched|set up|introduced)\p{L}*/u
export const tool =
  /\b(?:outil|dispositif|guichet|plateforme|budget participatif|tool|scheme|platform|one-stop shop)s?\b/u

/** « bénéficier de l’expertise »: one side hopes to learn from the other. */
export const learning = new RegExp(
  `\\b(?:beneficier|profiter|s'inspirer|apprendre|tirer parti|s'appuyer|benefit|learn|draw) (?:[^.;]{0,30} )?(?:de|du|des|d'|sur|from|on)\\b[^.;]{0,30}?\\b(?:${frenchKnowHow}|${englishKnowHow})`,
  'u',
)
export const koreanLearning =
  /(?:경험|노하우|사례|전문성)[가-힣]{0,2} ?(?:[가-힣]{1,6} ){0,2}?(?:배우|참고|활용|벤치마킹)/u

/** What one side took from the other, who may do it now. */
export const learned =
  /\b(?:s'est|se sont|s'etait) inspiree?s? (?:de|du|des)\b|\b(?:a|ont) appris (?:de|du|des|aupres)\b|\b(?:learned|learnt|drew) (?:\p{L}+ )?(?:from|on)\b|(?:배워 ?(?:갔|왔)|벤치마킹(?:했|하였))/u
/** 조경 기법을 자문했다: the people of one side taught it to the other. */
export const taught = /(?:기법|기술|경험|노하우)[을를] ?(?:자문|지도|전수)(?:했|하였)/u
/** « Deux techniciens ont passé un mois au service des eaux de »: the service whose work it is. */
export const staying =
  /\b(?:agents|technicien(?:ne)?s|ingenieurs|jardiniers|fonctionnaires|bibliothecaires|archivistes|puericultrices|officers|engineers|gardeners|librarians)\b[^.;]{0,90}\b(?:ont passe|passent|sont venus|ont travaille|ont ete (?:accueilli|recu)e?s|spent|worked|were (?:hosted|received))\b/u
export const received = /\bont ete (?:accueilli|recu)e?s|\bwere (?:hosted|received)/u
export const service =
  /\b(?:service|services|direction|department) (?:municipal |technique )?(?:des|de la|de l'|d'|du|of)\b/u

export const staff =
  /공무원(?:들)?|\b(?:fonctionnaires|agents (?:territoriaux|communaux|municipaux)|officials)\b/gu

/** Both parties of a tie, without their names. */
export const bothSides =
  /\b(?:les collectivites|les villes) (?:travaill|collabor|cooper|echang|partag)|\b(?:les deux|nos deux|des deux|the two|both) (?:collectivites|villes|communes|regions|territoires|partenaires|cities|towns|authorities|regions|partners|sides)\b|두 (?:도시|지역|지자체|기관)|양 ?(?:도시|측|시|군|지자체|기관)(?![가-힣]{2})|서로 ?오가|상호 ?파견/u

/** What a text only intends, hopes or proposes. */
export const intending =
  /\b(?:souhait|esper|voudr|aimerai|envisag|prevoi|propos|pourrai|devrai|compte(?:nt)? )\p{L}*|\b(?:prevue?s?|afin de pouvoir|a l'avenir|projet de|objectif|vise(?:nt)? a)\b|\b\p{L}{3,}(?:erai(?:t|ent)|irai(?:t|ent)|drai(?:t|ent))\b|\b(?!opera\b|camera\b)\p{L}{3,}(?:era|eront|ira|iront|dra|dront)\b|\b(?:sera|seront|aura|auront|ira|iront|fera|feront)\b|\b(?:will|would|should|could|may|might|(?:wish(?:es)?|hopes?|plans?|planned|intends?|aims?|due) to)\b|예정|계획|희망|바라|바람|기대|기로|고자|려고|제안|검토|협의 ?중|논의 ?중|추진(?! ?(?:했|하였|해 ?왔|해 ?온))|할 것|하겠|싶|협력한다|추진한다|공유한다|나눈다/u
/** « Partager des expériences »: a point of what is to be done. */
export const asPoint =
  /^[^\p{L}]*(?:\p{L}[\p{L} ]{1,28} : ?)?(?:partager|echanger|comparer|mutualiser|transferer|mettre en commun|promote|share|exchange|compare|to (?:share|exchange|compare))\b/u
/** What was not. */
export const denying =
  /\b(?:n'[aeo]\p{L}*|ne) (?:\p{L}+ ){0,3}(?:pas|plus|jamais|guere|aucun\p{L}*)\b|\baucune?\b|\b(?:not|never|no longer|without)\b|않|못 ?(?:했|하)|없(?:었|다|이|는|음)|중단|무산/u
/** What Korean tells as done or going on. */
export const koreanDone = /(?:[했였었았됐]|하고 ?있|해 ?왔|해 ?오고|나눴)[가-힣]{0,3}(?:[.,;]|\s|$)/u

/** « leurs besoins (exemple : vieillissement) »: what is asked for, by examples. */
export const needing =
  /\b(?:besoins?|attentes|needs)\b[^.;]{0,40}?(?:\((?:exemples? ?: ?|par exemple,? |notamment |e\.g\.,? )|,? (?:par exemple|tels? que|telles que|comme|notamment|such as|for example),? )/u
export const koreanNeeding = /(?:수요|필요|관심)[가-힣]{0,2} ?\((?:예 ?: ?|예를 들어 |예시 ?: ?)/u
