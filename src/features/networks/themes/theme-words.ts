import type { Theme } from './themes.ts'

/** Words by which French and English name themes, over plain copies. */
export const themeWords: readonly [Theme, RegExp][] = [
  ['green_growth', /croissance verte|green growth|transition ecologique|ecologi/],
  [
    'energy',
    /eclairage public|public lighting|geotherm|energ|solaire|photovolt|eolien|biogaz|hydrogen|reseaux? de chaleur|district heating|wind farm|solar|wind power/,
  ],
  [
    'environment',
    /reboisement|montee des eaux|\bdeltas?\b|geoparcs?|inondation|eco-friendly|oasis|\bforets?\b|protection (?:de la nature|des especes)|changement climatique|environnement|climat|biodiversit|pollution|littoral|environment|climate/,
  ],
  ['parks_and_gardens', /espaces verts|jardin|arboretum|botani|vegetal|parcs? urbain|garden/],
  ['recycling', /tri selectif|tri des|transfer station|recycl|dechets|ordures|compost|\bwaste|garbage/],
  [
    'water',
    /\bpuits\b|pompage|khettara|bornes?-fontaines?|latrines|inondation|flood|stations? d'epuration|\beaux?\b|assainissement|irrigation|adduction|forages?|hydraul|water|sanitation/,
  ],
  [
    'urban_planning',
    /urbanisme|(?<!(?:communaute|commune|communes) )urbain|amenagement|marche couvert|places? publiques?|berges|eclairage public|renovation urbaine|ville(?:s)? durable|en transition|logement|construction|planification|voirie|urban|town planning/,
  ],
  [
    'mobility',
    /billettique|stationnement|securite routiere|prevention routiere|pistes rurales|\bbus\b|velos\b|mobilite|transports?\b|circulation|tramway|velo\b|cyclable|vehicule autonome|ferroviaire|\btgv\b|mobility|transport|cycling/,
  ],
  ['smart_city', /smart[- ]?cit|ville intelligente|villes connectees|internet des objets/],
  [
    'digital_government',
    /e-gouvernement|e-government|administration (?:electronique|numerique)|numerique du gouvernement|dematerialis|digital government/,
  ],
  [
    'digital',
    /logiciel|software|numerique|informatique|digital|cybersecurite|jeux? video|intelligence artificielle|\bict\b/,
  ],
  ['innovation', /innov/],
  ['startups', /start-?ups?|incubat|pepiniere|jeunes pousses/],
  [
    'economy',
    /(?<!villes? )portuaire|logisti|douan|textile|horlog|\bwatchmak|mecanique|chantiers? navals?|shipbuild|\bpme\b|conteneurs? maritime|container line|gestion des marches|artisanat|marches? (?:couvert|de terroir)|shipping|customs|\bports\b|companies|econom(?!ies? d'(?:eau|energie))|commerce\b|commercial|entrepris|industri|filieres? (?:bois|textile|industr|automobile|aeronaut|numerique|cuir)|export|invest|artisanat|trade|business/,
  ],
  [
    'attractiveness',
    /attractiv|marque territoriale|rayonnement|branding|promotion (?:du territoire|de la region)/,
  ],
  [
    'tourism',
    /\bguides? (?:touristiques?|vietnamien|de)|oeno|touris|oenotouris|hoteller|thermalisme|eaux thermales|plaisance|croisier|sentiers de randonnee/,
  ],
  [
    'culture',
    /photograph|folklor|cornemuse|\bballets?\b|conservatoire|harmonies? municipale|carnaval|marionnett|poesie|poetes?\b|bibliobus|lecture publique|sonneurs|fanfare|chanteu|danseu|conteu|spectacle|tea ceremony|compagnies? de|\bradios? locales|peintures d'enfants|chants?\b|carnival|poetry|puppet|\bcultur|(?<!agri|aqua|horti|pisci|sylvi|viti|apicul|arbori)cultural|festival|musiqu|concert|choe?ur|chorale|orchestre|theatre|danse|cinema|bande dessinee|litter|bibliotheque|mediatheque|music|choir|library/,
  ],
  [
    'heritage',
    /mosai|kasbah|citadel\b|citadelle|remparts?|\bchateau|vieilles pierres|tapisser|manuscrits?|tailleurs de pierre|stonemason|phenicien|temples?\b|restauration (?:de|du|des)|patrimoin|archeolog|medina|archives|monument|musee|heritage|museum/,
  ],
  [
    'arts',
    /\bresidences?\b|auteurs? de|peintures?\b|artist|(?<!metiers d')\barts?\b(?! de la table|isan)|peintre|sculpt|plasticien|residence d'artiste/,
  ],
  [
    'gastronomy',
    /patiss|arts de la table|\bchefs? (?:de|des|from)\b|terroir|biere|brasse|\bbeer|cooking|\bthe\b vert|gastronom|cuisine|cuisinier|culinaire|\bvins?\b|viticol|fromage|food|wine|cheese/,
  ],
  [
    'crafts_ceramics',
    /\bsavon|serrurerie|ganti|coutel|lutherie|tisserand|vannerie|lacquer|metiers du bois|menuisi|ebenist|bois sculpte|bamboo craft|vannier|maroquin|\bcuir\b|masques?\b|ceramique|porcelaine|poterie|metiers d'art|\bartisans?\b(?! (?:boulang|bouch))|potiers?\b|dentell|tisserand|\btissage|ceramic|pottery|craft/,
  ],
  [
    'creative_industries',
    /industries? creativ|\bdesign\b|bande dessinee|manhwa|economie creative|image anim|audiovisuel|webtoon|(?:films?|cinema|studio|image)s? d'animation|creative industr/,
  ],
  [
    'sport',
    /cyclotour|cyclis[mt]|aviron|natation|\bbowls\b|voilier|\bcouru|\btrail\b|\bski\b|escrime|petanque|(?<!(?:sentiers?|guides?|chemins?|circuits?) de )randonn|natation|\bnager|footballeu|athletisme|fencing|walkers|rowing|sailing|\bsport|football|rugby|judo|course|marathon|regate|athlet|tournoi|basket|handball/,
  ],
  [
    'youth',
    /\benfants?\b|children|collegien|pupils|chantiers? de jeunes|summer camp|(?<!encore |plus |trop )\bjeunes?\b(?! (?:pousses?|agricult|relation|cooperation|partenariat|jumelage))|jeunesse|lyceens?|collegiens|jeunesse|volontaires?|youth|young people/,
  ],
  [
    'education',
    /educat|manuels (?:scolaires?)?|echangent une classe|classes qui (?:s'ecrivent|correspondent)|\becoles?\b|(?<!(?:sante|latrines|mobilier|cantine) )scolaire|classes? (?:vertes?|de)|lycee|college\b|correspondance|eleves|enseignant|enseignement|(?:cours|apprentissage|sejours?) (?:de |d'une )?langues?|school|pupil/,
  ],
  [
    'higher_education',
    /universit|doctorant|grandes? ecoles?|ecoles? nationales? superieure|enseignement superieur|grandes? ecoles?|etudiant|universit/,
  ],
  ['research', /recherche (?:scientifique|et)|chercheur|scientifi|laboratoire|research|scien/],
  [
    'vocational_training',
    /apprenti|trainees?|\bforme(?:r|e|es|s|ra)?\b (?:des|les|aux|dix|deux|trois|quatre|douze|vingt|\d)|\bformation (?:des|aux|d'|de|en|pour)|\bclassroom|microtechnolog|metiers? du|\bformation (?:professionnelle|des|de)|apprenti|apprentissage|vocational|training/,
  ],
  ['employment', /\bemplois?\b|insertion|employment/],
  ['early_childhood', /petite enfance|creches?|early childhood|nursery/],
  ['ageing', /vieillissement|personnes agees|seniors|ageing|elderly/],
  [
    'health',
    /infirmier|\bclini(?:c|que)s?\b|pharmac|ambulance|soins\b|nurse|sante|hopita|hospital|medic|maternite|sage-femme|health/,
  ],
  [
    'social_cohesion',
    /refugees?|cohesion sociale|handicap|inclusion|egalite (?:femmes|des sexes|entre)|\bfemmes\b(?! pour)|refugies|social/,
  ],
  [
    'administrative_practice',
    /service des recettes|cadastre|fiscalite|modernisation de l'administration|actes de naissance|agents? (?:de l'etat civil|municip|des? )|officials|civil registry|pratiques? administrativ|bonnes pratiques|institutionnel|etat civil|gouvernance|administration|decentralisation|agents (?:territoriaux|communaux)|fonctionnaires|appui institutionnel|administrative/,
  ],
  ['citizenship', /citoyen|democratie|participati|participatory/],
  [
    'remembrance_peace',
    /memoire|\bpaix\b|debarquement|(?<!(?:avant|apres|depuis|pendant|durant|malgre) (?:la |cette )?)\bguerres?\b|commemor|peace|remembrance/,
  ],
  [
    'agriculture_fisheries',
    /\bfarm(?:er|ing)|\briz\b|plantes (?:a parfum|aromatiques|medicinales)|safran|amandier|argan|vigneron|viticole|wine-?growers?|huile d'olive|\boliv(?:es?|iers?)\b|olive oil|ostrei|\bhuitres?\b|oyster|vanille|girofle|mangue|\bvignes?\b|vignoble|\blaitiere?|algues|ostreicult|conchylicult|seaweed|\brice\b|palmeraie|agrumes|horticult|pisciculture|\bcriees?\b|apicult|\bmiel\b|semences|agro-?|vergers?|pommes?\b|cereales|crops|livestock|agricol|agricult|elevage|eleveurs|\bpeches?\b|pecheurs|maraich|cafe\b|cacao|riziculture|forestier|aquacult|agricultur|fisher/,
  ],
]
