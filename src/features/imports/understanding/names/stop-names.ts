/** Folded words that are place names somewhere and hardly ever meant so when bare in a text. */
export const stopNames: ReadonlySet<string> = new Set(
  (
    'nos nous notre vos votre leurs quelques questions question autres divers infos contact contacts actualites fiche fiches chapitre annexe article articles volet axe phase rubrique tableau figure carte formulaire brochure courrier communique edition numero montagne montagnes littoral since depuis from le la les l un une des du de d et en y il elle on nous vous ce cette ces son sa ses par pour avec sur dans si ou mais puis ' +
    'accord accords action agence agora appel art arts assises atelier avenir bilan bonne bon bois budget cadre centre chambre charte ' +
    'chef club commission communaute commune communes compte conseil contact convention cooperation cours culture date decision ' +
    'departement direction document dossier eau echange echanges ecole energie enfance entree etat europe fete film fin fonds forum ' +
    'france front gare groupe grand grande grands haut hors hotel idee image jean jeune jeunes jour jumelage jury lac lettre lien liens ' +
    'lieu liste local madame mairie maison marche marie mars martin maire mer mission monsieur mois monde nature nord note objet ordre ' +
    'ouest page parc partenaire partenariat partie pays place plan point pole pont port porte poste prix programme projet protocole public ' +
    'rappel rapport region relations reseau reunion revue route rue saison salle salon sans secretaire sens service session signature site ' +
    'sommaire sommet source sport stade sud suite sujet table temps territoire theme titre tour tout train travail trois union universite ' +
    'val vallee vice vie ville villes visite voie vu est saint sainte president presidente premier premiere second general generale national ' +
    'international internationale internationales exterieures culturelle musee festival annee janvier fevrier avril mai juin juillet aout ' +
    'septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche the of and in at mayor city council county ' +
    'syndicat rhin sister friendship twin partner world globe map today contacts network affairs team home meeting minutes present agenda item march may june july august signed between both east west north south new great main about for ' +
    'republique coree bar bars art ars us are is as an it hall park station street square bridge lake hill reading mission moulin ' +
    'university universities school schools college academy institute national port ports forum museum garden hospital airport authority association company centre center district department government committee international ocean island islands river sea mountain valley church castle market middle high ' +
    'afrique asie amerique oceanie europe rapporteur rapporteure correction debats secretaire rappels edito bilan town whom coming past because twinned twinning ask whatever rien deux ' +
    'chateau eglise abbaye bourg fort fosse fontaine jardin jardins pre pres roche roches source tours-et cap ' +
    '기업 강화 예산 경기 인제 공주 부여 상주 구미 진도 장수 고성 이천 사천 고양 정선 화성 안성 동구 서구 남구 북구 중구 동해 남해 무안 진주 보은 ' +
    '단양 음성 괴산 고령 청도 의성 군위 영양 봉화 성주 칠곡 남원 정읍 김제 완주 신안 해남 장성 영광 함평 강진 보성 담양 곡성 구례 고흥 화순 ' +
    '자유 평화 대사 시장 도시 교류 협력 우호 결연 체결 방문 문화 경제 관광 교육 행정 국제 기관 대표 행사 축제 사업 지역 지방 정부 회의 참석 ' +
    '양국 한국 프랑스 유럽 아시아 미국 중국 일본 나라 오늘 내일 올해 작년 지난 이번 다음 최근 현재 향후 이후 이전 당시 오전 오후 시간 장소 일시 ' +
    '함께 통해 위해 대한 관한 따라 으로 에서 한다 했다 있다 없다 된다 하고 하는 하여 해당 모두 각각 서로 다양 주요 중심 기반 추진 개최 논의 ' +
    '로마네 산업 시민 주민 청년 여성 학생 대학 학교 기념 환경 기술 과학 예술 음식 농업 수산 항만 공항 도로 교통 안전 보건 복지 체육 동안 자매 ' +
    '이다 한중 한일 한불 한미 한독 한러 한몽 연수 비고 코로나 다만 연대 수정 연기 지자체 다시 역시 즉시 동시 본시 우리시 정도 제도 지도 인도 의도 시도 각도 아주 주시 일시 표시 전시 도시 개시'
  ).split(' '),
)
