/** French and English words for ties. */
export const tieWords =
  /jumel|partenari|partenaires?\b|cooper|\baccords?\b|convention|protocole|\bpactes?\b|\bchartes?\b|memorandum|\bmou\b|entente|amitie|intention|\bliens?\b|\bliee?s?\b|\blie\b|\bunit\b|\bunies?\b|\bunissent\b|relations?\b|echange|collabor|travaill|dialogue|twin|sister cit|friendship|agreement|arrangement|partner|memorandum|\blinks? (?:with|to|between)\b|\bties\b|supported|supports\b|\bhelped|charter|exchange|linked|discut|negoci|\bamies?\b|s'ecrivent|se visitent|se rendent visite|\baid(?:ent|er)\b|\bsoutenir\b|\baccompagner\b|appui|soutien|correspond|so(?:e)?urs?\b|perdue?s? de vue|s'entraid|\bserment|fidelite|fideles?\b|marraine?s?\b|\bchoisi\b|histoire commune|\bintervien(?:t|nent)\b|\bengagement\b[^.;]{0,80}(?:aupres|aux cotes)|\bunisse\b|\borganisent\b|\bcontacts? (?:entre|between)\b|\b(?:men|condui|develop|realis|mont)\p{L}*\b[^.;]{0,40}\b(?:actions?|projets?|programmes?|chantiers?)\b[^.;]{0,30} (?:avec|aupres de)\b|\b(?:organis|port|finance|pilot|mont|men|conduit)\p{L}* (?:conjointement |ensemble )?par\b/u

/** Words after two joint subjects: a plural verb, « ne se sont jamais perdues de vue », “became”. */
export const together =
  /^(?: \([^)]*\)|,)? ?(?:(?:et|qui|toutes|tous|both) )?(?:(?:ne|n'|se|s'|y|en|lui|leur) ?)*(?:\p{L}+(?:ent|ont|vont|aient|erent|irent|urent|inrent|rons|ons)|became|become|share|run|keep|ran|kept|met|work|form|\p{L}+ed)(?![\p{L}])/u

/** Verbs whose subject may be two adjacent names. */
export const act =
  /(?<![\p{L}])(?:ont|a|avaient|viennent de|vient de|sont|est|se sont|etaient|ont ete|have|has|had|are|were|signent|signe|entretiennent|cooperent|coopere|collaborent|echangent|partagent|travaillent|s'ecrivent|se visitent|se rendent visite|developpent|poursuivent|concluent|nouent|scellent|renouvellent|signed|sign|put|shook|cooperate|celebrent|fetent|celebrate|discutent|dialoguent|negocient)(?![\p{L}])/u

/** Words for a tie, whatever is beside them. */
export const strongTie =
  /jumel|partenariat|cooper|\baccords?\b|convention|protocole|\bpactes?\b|\bchartes?\b|memorandum|entente|d'amitie|arrangement|d'intention|letter of intent|declaration of|\bliens?\b|\bliee?s?\b|twin|sister|friendship|agreement|partner|charter|\blinks? (?:with|to|between)\b|\bties\b|supported|soutenai|soutient|accompagn|\bchoisi\b|so(?:e)?urs?\b/

/** Words for a tie if the other side is named close by. */
export const closeTie =
  /partenaires?\b|relations?\b|echange|collabor|travaill|dialogue|exchange|linked|\bamies?\b|soutien|appui|aide|correspond|friend/
