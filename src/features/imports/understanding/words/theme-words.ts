import type { Theme } from '../../../networks/index.ts'

/** Words by which French, Korean and English name themes, over plain copies. */
export const themeWords: readonly [Theme, RegExp][] = [
  ['green_growth', /croissance verte|green growth|transition ecologique|ecologi|녹색 ?성장/],
  [
    'energy',
    /eclairage public|public lighting|geotherm|energ|solaire|photovolt|eolien|biogaz|hydrogene|solar|wind power|에너지|태양광|수소/,
  ],
  [
    'environment',
    /reboisement|\bforets?\b|protection (?:de la nature|des especes)|changement climatique|environnement|climat|biodiversit|pollution|littoral|environment|climate|환경|기후|생태|갯벌/,
  ],
  [
    'parks_and_gardens',
    /espaces verts|jardin|arboretum|botani|vegetal|parcs? urbain|garden|공원|정원|녹지|수목원/,
  ],
  [
    'recycling',
    /tri selectif|tri des|transfer station|recycl|dechets|ordures|compost|\bwaste|garbage|재활용|폐기물/,
  ],
  [
    'water',
    /\bpuits\b|bornes?-fontaines?|latrines|inondation|flood|stations? d'epuration|\beaux?\b|assainissement|irrigation|adduction|forages?|hydraul|water|sanitation|상수도|하수|물 ?관리|수자원/,
  ],
  [
    'urban_planning',
    /urbanisme|(?<!(?:communaute|commune|communes) )urbain|amenagement|marche couvert|places? publiques?|berges|eclairage public|renovation urbaine|ville(?:s)? durable|en transition|logement|construction|planification|voirie|urban|town planning|도시계획|도시재생|도시개발|지속가능 ?도시/,
  ],
  [
    'mobility',
    /billettique|\bbus\b|velos\b|mobilite|transports?\b|circulation|tramway|velo\b|cyclable|vehicule autonome|ferroviaire|\btgv\b|mobility|transport|cycling|교통|이동수단|자율주행|자전거|트램/,
  ],
  [
    'smart_city',
    /smart[- ]?cit|ville intelligente|villes connectees|internet des objets|스마트 ?시티|사물인터넷|스마트도시/,
  ],
  [
    'digital_government',
    /e-gouvernement|e-government|administration electronique|numerique du gouvernement|dematerialis|digital government|전자정부/,
  ],
  [
    'digital',
    /logiciel|software|numerique|informatique|digital|cybersecurite|jeux? video|intelligence artificielle|디지털|정보통신|인공지능|\bict\b|게임/,
  ],
  ['innovation', /innov|혁신/],
  ['startups', /start-?ups?|incubat|pepiniere|jeunes pousses|창업|스타트업/],
  [
    'economy',
    /portuaire|logisti|douan|textile|marches? (?:couvert|de terroir)|shipping|customs|\bports\b|companies|econom|commerce\b|commercial|entrepris|industri|filiere|export|invest|artisanat|trade|business|경제|산업|통상|무역|기업|수출|투자/,
  ],
  [
    'attractiveness',
    /attractiv|marque territoriale|rayonnement|branding|promotion (?:du territoire|de la region)|도시 ?브랜드|투자 ?유치/,
  ],
  [
    'tourism',
    /\bguides? (?:touristiques?|vietnamien|de)|oeno|touris|oenotouris|croisiere|sentiers de randonnee|관광/,
  ],
  [
    'culture',
    /carnaval|marionnett|poesie|poetes?\b|bibliobus|lecture publique|sonneurs|fanfare|chanteu|danseu|conteu|spectacle|tea ceremony|compagnies? de|\bradios? locales|peintures d'enfants|chants?\b|carnival|poetry|puppet|\bcultur|(?<!agri|aqua|horti|pisci|sylvi|viti|apicul|arbori)cultural|festival|musiqu|concert|choe?ur|chorale|orchestre|theatre|danse|cinema|bande dessinee|litter|bibliotheque|mediatheque|music|choir|library|문화|음악|축제|합창|공연|영화|만화|도서관|오페라|연극|무용/,
  ],
  [
    'heritage',
    /mosai|citadelle|remparts?|\bchateau|vieilles pierres|tapisser|manuscrits?|tailleurs de pierre|stonemason|phenicien|temples?\b|restauration (?:de|du|des)|patrimoin|archeolog|medina|archives|monument|musee|heritage|museum|유산|박물관|문화재|고고|유적|기록원/,
  ],
  [
    'arts',
    /\bresidences?\b|auteurs? de|peintures?\b|artist|\barts?\b|peintre|sculpt|plasticien|residence d'artiste|photograph|예술|미술|작가|전시|사진|조각/,
  ],
  [
    'gastronomy',
    /patiss|\bchefs? (?:de|des|from)\b|terroir|biere|brasse|\bbeer|cooking|\bthe\b vert|gastronom|cuisine|cuisinier|culinaire|\bvins?\b|viticol|fromage|food|wine|cheese|미식|음식|요리|와인|치즈|제과|발효|장류/,
  ],
  [
    'crafts_ceramics',
    /\bsavon|serrurerie|ganti|coutel|lutherie|tisserand|vannerie|lacquer|metiers du bois|masques?\b|ceramique|porcelaine|poterie|metiers d'art|\bartisans?\b(?! (?:boulang|bouch))|potiers?\b|dentell|tisserand|tissage|ceramic|pottery|craft|도자|공예|도예|칠기/,
  ],
  [
    'creative_industries',
    /industries? creativ|economie creative|image anim|audiovisuel|webtoon|(?:films?|cinema|studio|image)s? d'animation|creative industr|창조산업|콘텐츠|웹툰|애니메이션|영상산업/,
  ],
  [
    'sport',
    /cyclotour|\bbowls\b|voilier|\bcouru|\btrail\b|\bski\b|escrime|petanque|randonn|natation|\bnager|footballeu|athletisme|fencing|walkers|rowing|sailing|\bsport|football|rugby|judo|course|marathon|regate|athlet|tournoi|basket|handball|체육|스포츠|축구|마라톤|태권도|양궁|요트/,
  ],
  [
    'youth',
    /\benfants?\b|children|collegien|pupils|chantiers? de jeunes|summer camp|jeune|lyceens?|collegiens|jeunesse|volontaires?|youth|young people|청소년|청년|대학생/,
  ],
  [
    'education',
    /educat|\becoles?\b|(?<!(?:sante|latrines|mobilier|cantine) )scolaire|classes? (?:vertes?|de)|lycee|college\b|correspondance|eleves|enseignant|enseignement|(?:cours|apprentissage|sejours?) (?:de |d'une )?langues?|school|pupil|교육|학교|학생|고등학교|중학교|어학/,
  ],
  [
    'higher_education',
    /universit|enseignement superieur|grandes? ecoles?|etudiant|universit|대학교|대학 |고등교육|유학/,
  ],
  ['research', /recherche (?:scientifique|et)|chercheur|scientifi|laboratoire|research|scien|연구|과학/],
  [
    'vocational_training',
    /apprenti|stagiaires?|trainees?|\bforme(?:r|e|es|s|ra)?\b (?:des|les|aux|dix|deux|trois|quatre|douze|vingt|\d)|formation (?:des|aux|d'|de|en|pour)|\bclassroom|microtechnolog|metiers? du|formation (?:professionnelle|des|de)|apprenti|apprentissage|vocational|training|직업|기술교육|연수생/,
  ],
  ['employment', /\bemplois?\b|insertion|employment|일자리|고용|취업/],
  ['early_childhood', /petite enfance|creches?|early childhood|nursery|영유아|보육|어린이집/],
  ['ageing', /vieillissement|personnes agees|seniors|ageing|elderly|고령|노인|어르신/],
  [
    'health',
    /infirmier|pharmac|ambulance|soins\b|nurse|sante|hopita|hospital|medic|maternite|sage-femme|health|의료|보건|병원/,
  ],
  [
    'social_cohesion',
    /refugees?|cohesion sociale|handicap|inclusion|egalite (?:femmes|des sexes|entre)|\bfemmes\b(?! pour)|refugies|social|복지|장애|여성|사회통합/,
  ],
  [
    'administrative_practice',
    /service des recettes|cadastre|fiscalite|modernisation de l'administration|actes de naissance|agents? (?:de l'etat civil|municip|des? )|officials|civil registry|pratiques? administrativ|bonnes pratiques|institutionnel|etat civil|gouvernance|administration|decentralisation|agents (?:territoriaux|communaux)|fonctionnaires|appui institutionnel|administrative|행정|공무원|우수사례|제도/,
  ],
  ['citizenship', /citoyen|democratie|participati|participatory|시민 ?참여|주민 ?참여|시민 ?교류|민간 ?교류/],
  [
    'remembrance_peace',
    /memoire|\bpaix\b|debarquement|guerre|commemor|peace|remembrance|평화|추모|기억|상륙/,
  ],
  [
    'agriculture_fisheries',
    /\bfarm(?:er|ing)|\briz\b|vanille|girofle|mangue|\bvignes?\b|vignoble|\blaitiere?|algues|ostreicult|conchylicult|seaweed|\brice\b|palmeraie|agrumes|horticult|pisciculture|\bcriees?\b|apicult|\bmiel\b|semences|agro-?|vergers?|pommes?\b|cereales|crops|livestock|agricol|agricult|elevage|eleveurs|peche\b|pecheurs|maraich|cafe\b|cacao|riziculture|forestier|aquacult|agricultur|fisher|농업|수산|어업|축산|농촌|화훼|사과|인삼|양식/,
  ],
]
