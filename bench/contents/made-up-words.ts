/** Patterns of names: {c} a place, {p} a person honoured, {s} a surname; « de {c} » is written d’ before a vowel. */
export const frenchBodies = [
  ['association', 'Comité de jumelage de {c}'],
  ['association', 'Association des parents d’élèves de {c}'],
  ['association', 'Amicale laïque de {c}'],
  ['association', 'Les Amis du patrimoine de {c}'],
  ['association', 'Club d’échecs {p} de {c}'],
  ['school', 'École primaire {p} de {c}'],
  ['school', 'Collège {p} de {c}'],
  ['school', 'Lycée {p} de {c}'],
  ['school', 'Lycée professionnel {p} de {c}'],
  ['cultural_body', 'Médiathèque {p} de {c}'],
  ['cultural_body', 'Théâtre {p} de {c}'],
  ['cultural_body', 'Conservatoire {p} de {c}'],
  ['cultural_body', 'Harmonie municipale de {c}'],
  ['museum', 'Musée d’art et d’histoire de {c}'],
  ['museum', 'Écomusée de {c}'],
  ['agency', 'Office de tourisme de {c}'],
  ['agency', 'Agence d’urbanisme de {c}'],
  ['cluster', 'Pôle de compétitivité {p} de {c}'],
  ['network', 'Réseau des entreprises de {c}'],
  ['laboratory', 'Laboratoire {p} de {c}'],
  ['university', 'Université populaire de {c}'],
  ['company', 'Boulangerie {s} de {c}'],
  ['company', 'Établissements {s} et fils de {c}'],
  ['company', 'Garage {s} de {c}'],
  ['company', 'Imprimerie {s} de {c}'],
  ['company', 'Cabinet {s} et associés de {c}'],
] as const

/** {k} a place, {b} a made-up name; in Korean, and as it is written abroad. */
export const koreanBodies = [
  ['cultural_body', '{k}문화재단', '{K} Foundation for Arts and Culture'],
  ['cultural_body', '{k} {b}도서관', '{B} Library, {K}'],
  ['association', '{k}국제교류협회', '{K} International Exchange Association'],
  ['association', '{k} {b}봉사회', '{K} {B} Volunteers'],
  ['school', '{k} {b}초등학교', '{B} Elementary School, {K}'],
  ['school', '{k} {b}고등학교', '{B} High School, {K}'],
  ['university', '{b}대학교 {k}캠퍼스', '{B} University, {K} Campus'],
  ['company', '주식회사 {b} {k}지점', '{B} Co., Ltd., {K} Branch'],
  ['company', '{k} {b}산업', '{B} Industries of {K}'],
  ['museum', '{k}립{b}박물관', '{K} Municipal {B} Museum'],
  ['laboratory', '{k}{b}연구소', '{K} {B} Research Centre'],
  ['agency', '{k}관광공사', '{K} Tourism Organization'],
] as const

/** {w} a city elsewhere, {s} a surname. */
export const otherBodies = [
  ['association', 'Asociación cultural {s} de {w}'],
  ['association', 'Freundeskreis {s} {w}'],
  ['company', '{s} Maschinenbau GmbH {w}'],
  ['company', 'Oficina {s} e filhos, {w}'],
  ['school', 'Liceo {s} di {w}'],
  ['university', 'University of {w}, {s} College'],
  ['museum', 'Museo {s} de {w}'],
  ['institute', '{s} Institute of {w}'],
] as const

export const persons = [
  ...[
    'Jean-Moulin',
    'Victor-Hugo',
    'Jules-Ferry',
    'Marie-Curie',
    'Louis-Pasteur',
    'Jean-Jaurès',
    'Simone-Veil',
  ],
  ...['George-Sand', 'Albert-Camus', 'Antoine-de-Saint-Exupéry', 'Jacques-Prévert', 'Émile-Zola', 'Molière'],
  ...[
    'Honoré-de-Balzac',
    'Berthe-Morisot',
    'Frédéric-Mistral',
    'Hector-Berlioz',
    'Saint-Joseph',
    'Sainte-Marie',
  ],
  ...['Pablo-Neruda', 'Rosa-Parks', 'Aimé-Césaire', 'Édith-Piaf', 'Denis-Diderot', 'François-Rabelais'],
]

export const surnames = [
  ...[
    'Martin',
    'Bernard',
    'Dubois',
    'Lefèvre',
    'Moreau',
    'Girard',
    'Garcia',
    'Rousseau',
    'Fontaine',
    'Chevalier',
  ],
  ...[
    'Gauthier',
    'Perrin',
    'Lemoine',
    'Müller',
    'Schneider',
    'Rossi',
    'Ferreira',
    'Nguyen',
    'Benali',
    'Le Goff',
  ],
  ...[
    'Kerviel',
    'Etcheverry',
    'Wagner',
    'Da Silva',
    'Lopez',
    'Marchand',
    'Aubert',
    'Vasseur',
    'Hamon',
    'Pichon',
  ],
]

export const cities = [
  ...['Porto', 'Bilbao', 'Torino', 'Leipzig', 'Graz', 'Gdańsk', 'Brno', 'Szeged', 'Cork', 'Leeds', 'Malmö'],
  ...['Aarhus', 'Tampere', 'Rabat', 'Sfax', 'Dakar', 'Québec', 'Rosario', 'Fukuoka', 'Da Nang', 'Chiang Mai'],
]

export const syllables = [
  ...[
    ['한', 'Han'],
    ['새', 'Sae'],
    ['푸', 'Pu'],
    ['동', 'Dong'],
    ['은', 'Eun'],
    ['세', 'Se'],
    ['가', 'Ga'],
  ],
  ...[
    ['누', 'Nu'],
    ['다', 'Da'],
    ['미', 'Mi'],
    ['대', 'Dae'],
    ['해', 'Hae'],
    ['소', 'So'],
    ['아', 'A'],
  ],
  ...[
    ['빛', 'bit'],
    ['솔', 'sol'],
    ['른', 'reun'],
    ['백', 'baek'],
    ['하', 'ha'],
    ['종', 'jong'],
    ['온', 'on'],
  ],
  ...[
    ['리', 'ri'],
    ['래', 'rae'],
    ['민', 'min'],
    ['망', 'mang'],
    ['람', 'ram'],
    ['원', 'won'],
    ['빈', 'bin'],
  ],
] as const
