import type { AgreementKind } from '../../../registry/index.ts'

/** Names of agreements, over plain copies; where two match at one place the first counts. */
export const instruments: readonly [AgreementKind, RegExp][] = [
  [
    'none',
    /\b(?:pas|aucune?|sans|ni|hors|dehors|absence)\b (?:encore |jamais )?(?:d'|de )?(?:toute? )?(?:accords?|conventions?|textes?|cadre (?:conventionnel|formel|officiel|juridique|ecrit)|(?:jumelage|lien|partenariat) (?:formel|officiel)|signature)(?! d'intention)|non conventionn\w*|rien ne (?:les |l')?lie\b[^.;]{0,14}(?:juridiquement|officiellement)|(?:jamais|pas)(?: encore)? (?:ete )?formalisee?s?|aucun lien (?:officiel|formel|juridique|institutionnel)|jamais eu (?:de |d')(?:accord|convention|texte|papier|document|pacte)s?(?: \w+){0,2} (?:signe|ecrit|formel)\w*|jamais eu (?:de |d')(?:accord|convention|texte)s?|rien n'a (?:jamais |encore )?(?:ete )?(?:mis par ecrit|formalise|ecrit)|n'(?:a|ont) (?:jamais )?rien (?:ete )?signe|rien de (?:signe|formel|officiel)|rien d'(?:ecrit|officiel)|(?:pas|aucun|sans) (?:encore )?(?:de |d')?(?:papier|document)\b|nothing (?:is |has been |was |yet )?(?:signed|in writing|on paper)|rien n'(?:a|est|ait)[^.]{0,12}signe|\b(?:no|without(?: any| a)?)(?: formal| written| signed)? (?:agreement|memorandum|document)|(?:협정|협약|합의서|약정|양해각서)(?:서)?(?:은|이|도|을)? ?(?:아직 )?(?:없|체결하지|맺지)|(?<![가-힣])미체결|협정 없이|협약 없이/gu,
  ],
  [
    'declaration_of_intent',
    /declarations? (?:commune |conjointe )?d'intention|declaration of intent|공동의향서/gu,
  ],
  [
    'letter_of_intent',
    /lettres? d'intention|letters? of intent|(?:교류|협력|우호협력|우호|결연)* ?의향서(?:\(loi\))?|\bloi\b(?! )/gu,
  ],
  [
    'mou',
    /\bmous?\b|memorandums?(?: d'entente| d'accord| of understanding)?|protocoles? d'entente|(?:우호협력|교류협력|우호교류)? ?양해각서(?: ?\(mou\))?|업무협약(?:서)?(?: ?\(mou\))?/gu,
  ],
  [
    'twinning',
    /(?:accords?|chartes?|serments?|conventions?|protocoles?|pactes?|actes?|traites?|lettres?) de (?:jumelage|parrainage)|jumelages?|jumelee?s?\b|\bjumelles?\b|(?:villes?|cites?|communes?) soe?urs?\b|\bserment\b|se (?:sont )?jumel\w+|parrainage|twinn?(?:ing|ed)?(?: agreement| charter| protocol| pact| oath)?\b|sister[- ]cit(?:y|ies)(?: agreement| relationship)?|자매 ?결연(?: ?협[정약])?|자매도시|자매 ?관계|상호결연/gu,
  ],
  [
    'friendship',
    /(?:accords?|pactes?|chartes?|protocoles?|conventions?|traites?|declarations?|serments?) (?:de cooperation et )?d'amitie|(?:villes?|cites?) amies\b|relations? d'amitie|friendship[- ](?:and cooperation )?(?:agreement|accord|pact|charter|treaty|protocol|memorandum|convention|cit(?:y|ies)|declaration)|(?:agreement|treaty|protocol|declaration|charter|pact) of friendship|(?:우호 ?협력|우호 ?교류|우호 ?결연|친선 ?결연|우호)(?: ?관계)?(?: ?도시)?(?: ?협[정약](?:서)?)?/gu,
  ],
  [
    'partnership_convention',
    /(?:conventions?|accords?|chartes?|contrats?) de partenariat|partenariat(?=[^.;]{0,50}, (?:signe|conclu)\b)|partnership (?:agreement|convention|charter)/gu,
  ],
  [
    'cooperation_agreement',
    /(?<!commun )(?<!(?<!(?:projets?|avenant|signature|texte|proposition|modele|ebauche|brouillon|negociation|conclusion|renouvellement|objet|titre|cadre|vertu|absence|idee|principe) )d')(?<!en )(?<!point )(?<!points d')\b(?:accords?(?! d[ue]s? (?:la )?(?:ministere|gouvernement|prefe|tutelle|parents|autorites))|conventions?|protocoles?|contrats?(?! d'apprentissage)|chartes?|ententes?|textes?)\b(?:[- ]cadre| generale?s?| specifiques?| technique| financiere| de principe| tripartite| bilaterale?| annuelle| pluriannuelle| triennale| ecrite?)*(?: de (?:cooperation|collaboration)(?: generale?| specifique| decentralisee| technique)*| d'accord| d'echanges?| de cooperation et d'echanges?)?|(?:framework |general |cooperation |exchange )?agreements?|cooperation protocol|(?:교류 ?협력|교류|협력|경제협력|상호협력)? ?(?:협정|협약)(?:서)?|합의서/gu,
  ],
]

/** Words for the state of an instrument. */
export const signedWords =
  /sign|conclu[est]*\b|paraph|scell|ratifi|\badopt|enterin|\bvu le jour|instaur|\bnouee?s?\b|pass(?:e|ee|es|ees)\b|preter? serment|serment (?:a ete )?(?:prete|prononce)|proclam|adopted|ratified|exchanged|entered into|established|sealed|sworn|took the oath|inked|officialis|formalis|renouvel|lien? (?:officiel)|\bunie?s?\b|\bliee?s?\b|\bli(?:ai)?ent\b|\bunissent\b|depuis|date|since|concluded|체결|서명|맺|조인|결연|협약식|조인식/
export const talksWords =
  /sur la table|on the table|chez (?:nos|les|leurs) juristes|rien n'est (?:arrete|fait|acquis)|(?:discussions|negociations|pourparlers) (?:sont )?(?:en cours|ouvert|engage)|\ben vue d'|doi(?:t|vent) aboutir|la redaction|en (?:cours de )?(?:negociations?|discussions?|preparation|redaction|elaboration|definition|pourparlers)|projet d(?:e |')|est en discussion|negoci|pourrait|a l'etude|etudi|ebauche|brouillon|souhait|envisag|propos|sera (?:signe|soumis|propose|presente)|doit (?:etre )?(?:signe|soumis)|devrait|under (?:discussion|negotiation|preparation)|draft|in talks|being (?:drafted|negotiated|discussed)|협의 ?중|논의 ?중|추진 ?중|검토 ?중|협상|조율|문안|초안|제안/
export const unsignedWords =
  /non signee?|non conclue?|n'attend\w* plus que|pret a (?:etre )?signe|en attente de signature|(?:pas|jamais|plus|point) (?:encore )?(?:ete )?signe|reste a signer|attend(?:ent)? (?:encore )?(?:la |sa )?signature|unsigned|(?:not|never) (?:yet )?(?:been )?signed|yet to be signed|awaiting signature|서명하지 않|서명되지 않|서명 ?전|미서명|체결되지 않|체결하지 (?:못|않)|아직 (?:서명|체결)/
export const approvedWords =
  /feu vert|avis favorable|green light|approuv|delibere|vote[er]?\b|autoris|approved|voted|의회(?:의)? ?(?:동의|승인|의결)|동의안/
export const expiredWords =
  /echue?\b|echeance|expir|arrivee? a (?:son )?terme|reconduite? a son|n'a pas ete (?:renouvele|reconduit|prolonge)\w*|cadu(?:c|que)s?\b|non renouvele|n'a pas ete renouvele|lapsed|만료/
export const denouncedWords =
  /denonc|resili|rompue?\b|(?<!\b(?:pas|sans|jamais)(?: \p{L}+)? )\brompre\b|(?:mis|mettre) (?:fin|un terme)|pris fin|came to an end|terminated|denounced|wound up|해지|파기|종료/u
