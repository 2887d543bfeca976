import type { EventKind } from '../../../agenda/events/index.ts'

/** Words for activities, with their kind; the first that matches counts. */
export const activityWords: readonly [EventKind, RegExp][] = [
  ['signing', /signature|ceremonie de signature|조인식|협약식/],
  ['residency', /residence|레지던시|입주/],
  ['exhibition', /expos|exhibition|전시/],
  ['festival', /festival|semaine (?:culturelle|coreenne|francaise)|fete\b|축제|페스티벌/],
  ['trade_fair', /salon\b|foire|fair\b|expo\b|vivatech|박람회/],
  ['seminar', /seminaire|colloque|seminar|세미나/],
  ['workshop', /atelier|workshop|워크숍/],
  ['conference', /conference|symposium|학술대회|컨퍼런스/],
  ['forum', /forum|assises|포럼/],
  ['summit', /sommet|summit|정상회의/],
  [
    'competition',
    /concours|tournoi|\bcourse|\bcouru|coureurs|\btrail\b|regate|marathon|competition|tournament|공모전|대회/,
  ],
  [
    'performance',
    /concert|spectacle|orchestre|\bballet|\bharmonie\b|choe?ur|chorale|representation|performance|공연|합창|연주/,
  ],
  ['commemoration', /commemor|anniversaire|anniversary|기념/],
  ['ceremony', /ceremonie|inaugur|ceremony|기념식|개관|제막|준공/],
  ['job_shadowing', /immersion professionnelle|job[- ]shadowing|직무 ?체험/],
  ['study_visit', /voyage d'etude|visite d'etude|study (?:visit|tour)|연수|견학|벤치마킹/],
  [
    'delegation_received',
    /accueil|invit|\brecev(?:ra|ront|ait|aient|oir)\b|(?:a|ont|est|ete|sont)? ?(?:recu|accueill)|delegation[^.;]{0,40}(?:est venue|sont venus|a visite|recue|accueillie)|received|welcomed|hosted|접견|맞이|방한|찾았/,
  ],
  [
    'mission',
    /\bmission|deplace|se rend|s'est rendu|delegation|visite|voyage|partie? (?:a|en)|ira\b|travel|visited|trip|방문|답방|파견|출장|사절단|대표단/,
  ],
  [
    'exchange',
    /\bstay(?:s|ed)?\b|pupils|students|echange|stage|chantier|correspond|sejour|camp\b|jeunes|eleves|etudiants|exchange|intern|교환|교류단|캠프|홈스테이|파견|초청/,
  ],
  [
    'meeting',
    /reunion|rencontre|comite (?:mixte|conjoint|de (?:pilotage|suivi))|visio|meeting|회의|간담회|화상/,
  ],
  [
    'other',
    /\bpose[es]*\b|\bouver|\bouvr|\bbati[es]*\b|fonctionn|acheve|mise? en service|rendez-vous|travers|evaluation|opened|launched|resumed|install|equip|forage|travaux|rehabilit|realis|demarr|\bmarche\b|livr|envoy|construi|finance|remis|amenag|plant|jumelage scolaire|programme|projet|don\b|offert|participe|organis|tenu|lance|publi|invite|convie|forme|formation|diagnostic|etudes? (?:de|du|d')|travaille|donated|built|funded|planted|organised|took part|참가|참여|개최|열|지원|기증|조성|건립|식재|운영|설치|출품|초대|진행|발간|마련/,
  ],
]
