import { wordSet } from '../../../../platform/reading/word-lists.ts'

/** Folded words that are place names somewhere and hardly ever meant so when bare in a text. */
export const stopNames = wordSet(`
  abbaye about academy accord accords action actualites affairs afrique agence agenda agora airport
  amerique an and annee annexe aout appel are ars art article articles arts as asie ask assises
  association at atelier august authority autres avec avenir avril axe bar bars because between bilan
  bois bon bonne both bourg bridge brochure budget cadre cap carte castle ce center centre ces cette
  chambre chapitre charte chateau chef church city club college coming commission committee communaute
  commune communes communique company compte conseil contact contacts convention cooperation coree
  correction council county courrier cours culture culturelle d dans date de debats decembre decision
  departement department depuis des deux dimanche direction district divers document dossier du east eau
  echange echanges ecole edition edito eglise elle en energie enfance entree est et etat europe
  exterieures festival fete fevrier fiche fiches figure film fin fonds fontaine for formulaire fort forum
  fosse france friendship from front garden gare general generale globe government grand grande grands
  great groupe hall haut high hill home hors hospital hotel idee il image in infos institute
  international internationale internationales is island islands it item janvier jardin jardins jean
  jeudi jeune jeunes jour juillet juin july jumelage june jury l la lac lake le les lettre leurs lien
  liens lieu liste littoral local lundi madame mai main maire mairie mais maison map march marche mardi
  marie market mars martin may mayor meeting mer mercredi middle minutes mission mois monde monsieur
  montagne montagnes moulin mountain musee museum national nature network new nord north nos note notre
  nous novembre numero objet ocean oceanie octobre of on ordre ou ouest page par parc park partenaire
  partenariat partie partner past pays phase place plan point pole pont port porte ports poste pour pre
  premier premiere pres present president presidente prix programme projet protocole public puis quelques
  question questions rappel rappels rapport rapporteur rapporteure reading region relations republique
  reseau reunion revue rhin rien river roche roches route rubrique rue sa saint sainte saison salle salon
  samedi sans school schools sea second secretaire sens septembre service ses session si signature signed
  since sister site sommaire sommet son source south sport square stade station street sud suite sujet
  sur syndicat table tableau team temps territoire the theme titre today tour tours-et tout town train
  travail trois twin twinned twinning un une union universite universities university us val vallee
  valley vendredi vice vie ville villes visite voie volet vos votre vous vu west whatever whom world y
  각각 각도 강진 강화 개시 개최 결연 경기 경제 고령 고성 고양 고흥 곡성 공주 공항 과학 관광 관한 괴산
  교류 교육 교통 구례 구미 국제 군위 기관 기념 기반 기술 기업 김제 나라 남구 남원 남해 내일 논의 농업
  다만 다시 다양 다음 단양 담양 당시 대사 대표 대학 대한 도로 도시 동구 동시 동안 동해 된다 따라 로마네
  모두 무안 문화 미국 방문 보건 보성 보은 복지 본시 봉화 부여 북구 비고 사업 사천 산업 상주 서구 서로
  성주 수산 수정 시간 시도 시민 시장 신안 아시아 아주 안성 안전 양국 없다 에서 여성 역시 연기 연대 연수
  영광 영양 예산 예술 오늘 오전 오후 올해 완주 우리시 우호 위해 유럽 으로 음성 음식 의도 의성 이다 이번
  이전 이천 이후 인도 인제 일본 일시 있다 자매 자유 작년 장성 장소 장수 전시 정도 정부 정선 정읍 제도
  주민 주시 주요 중구 중국 중심 즉시 지난 지도 지방 지역 지자체 진도 진주 참석 청년 청도 체결 체육 최근
  추진 축제 칠곡 코로나 통해 평화 표시 프랑스 하고 하는 하여 학교 학생 한국 한다 한독 한러 한몽 한미 한불
  한일 한중 함께 함평 항만 해남 해당 했다 행사 행정 향후 현재 협력 화성 화순 환경 회의
`)
