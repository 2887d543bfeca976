import {readPlainText} from './platform/reading/plain/read-plain-text.ts'
import {sourceSlice} from './platform/reading/text-document.ts'
const show=(t:string)=>{const d=readPlainText(t);for(const p of d.passages)console.log(`${p.kind}${p.level} l${p.line} p${p.page} ${p.table??''}| ${p.text}`);console.log(JSON.stringify(d.remarks),d.language,d.format,'\n')}
show(`COMPTE RENDU DE LA RÉUNION

Date : 7 juillet 2017
Lieu : Tours
Présents : M. Dupont, maire de
Tours ; Mme Kim.

SOMMAIRE
Ouverture ............ 2
Limoges – Icheon ..... 3
Clôture .............. 4

1. Ouverture
Le président ouvre la séance et rappelle que la coopé-
ration entre les deux pays est ancienne. Saint-
Étienne est un exemple.
Il remercie tout le monde.

2. Limoges et Icheon

Limoges – Icheon

Les deux villes sont jumelées depuis 2015. Elles échan-

Page 2/12

gent des étudiants chaque année, dans le cadre du jumelage
signé à Icheon.

Thèmes :
- culture
- éducation, avec une
  longue suite
  * sous point
1) un
2) deux

Ville        Partenaire     Année
Limoges      Icheon         2015
Tours        Sejong         2017

3. Clôture
La séance est levée.
`)
show(`제2차 한불 지자체 교류회의 결과보고

□ 회의 개요
 ○ 일시: 2017. 7. 7.(금) 10:00~17:00
 ○ 장소: 투르 시청
   - 참석: 프랑스 7개 지자체
     ※ 일부 불참
□ 주요 내용
 ㅇ 리모주-이천 자매결연 2015년 체결
1. 추진 배경
  가. 배경
    1) 하나
    2) 둘
2. 향후 계획
  다음 회의는 2018년에 개최한다.
제1장 총칙
제1조(목적) 이 규정은 목적을 정한다.
【참고】
내용입니다.
`)
show('nom;pays;année\nLimoges;France;2015\n"Icheon; ville";Corée;2015\n')
