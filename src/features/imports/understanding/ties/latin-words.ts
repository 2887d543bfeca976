/** Words by which French and English speak of ties. */
export const tieWords =
  /jumel|partenari|partenaires?\b|cooper|\baccords?\b|convention|protocole|\bpactes?\b|\bchartes?\b|memorandum|\bmou\b|entente|amitie|intention|\bliens?\b|\bliee?s?\b|\blie\b|\bunit\b|\bunies?\b|\bunissent\b|relations?\b|echange|collabor|travaill|dialogue|twin|sister cit|friendship|agreement|arrangement|partner|memorandum|charter|exchange|linked|discut|negoci|\bamies?\b|s'ecrivent|se visitent|se rendent visite|\baident\b|appui|soutien|correspond/

/** Verbs of which two that stand together are the subject. */
export const act =
  /(?<![\p{L}])(?:ont|a|avaient|viennent de|vient de|sont|est|se sont|etaient|ont ete|have|has|had|are|were|signent|signe|entretiennent|cooperent|coopere|collaborent|echangent|partagent|travaillent|s'ecrivent|se visitent|se rendent visite|developpent|poursuivent|concluent|nouent|scellent|renouvellent|signed|sign|cooperate|celebrent|fetent|celebrate|discutent|dialoguent|negocient)(?![\p{L}])/u
