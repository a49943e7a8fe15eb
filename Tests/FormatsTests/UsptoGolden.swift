import Records

/// What an independent reader (Python's lxml) finds in the real USPTO samples, checked by eye for the
/// first of each file.
///
/// A line is a document: publication number, kind, publication date, application number, filing
/// date, right, first IPC symbol, number of CPC symbols, Locarno class, numbers of applicants /
/// inventors / assignees / agencies, of priorities, of different citations, of related publications,
/// and of claims. A line with `#` names the file of those that follow.
enum UsptoGolden {
  static let table = """
    # application_v1-5-A1_1.xml
    20010000001 A1 2001-03-15 09725796 2000-11-29 invention B08B3/00 0 - 0/2/0/0 0 0 0 -
    # application_v1-5-A1_2.xml
    20010000002 A1 2001-03-15 09726341 2000-12-01 invention D21C11/12 0 - 0/4/0/0 1 0 0 33
    # application_v4-0-A1.xml
    20050000001 A1 2005-01-06 10909766 2004-08-02 invention A41D1/06 0 - 1/1/0/0 0 0 0 -
    # application_v4-0-A2_1.xml
    20050004655 A2 2005-01-06 10743857 2003-12-22 invention A61F2/06 0 - 2/2/1/0 1 0 1 -
    # application_v4-4-A1.xml
    20210267109 A1 2021-09-02 17173265 2021-02-11 invention A01B1/04 4 - 1/1/0/0 0 0 0 20
    # application_v4-5-A1.xml
    20220159901 A1 2022-05-26 17437086 2019-09-19 invention A01C7/04 1 - 1/1/0/0 0 0 0 6
    # application_v4-5-A2.xml
    20220160114 A2 2022-05-26 17309147 2019-11-05 invention A45F3/04 2 - 1/1/0/0 0 0 1 8
    # concat_ipg050104.small.xml
    06836899 B1 2005-01-04 10339710 2003-01-09 invention A45F5/04 0 - 1/1/0/1 0 39 0 23
    06836979 B2 2005-01-04 10435630 2003-05-10 invention A43B13/14 0 - 2/2/0/1 1 17 1 24
    06837063 B1 2005-01-04 10631157 2003-07-31 invention F25D23/12 0 - 2/2/1/1 0 19 0 20
    06837086 B2 2005-01-04 10446671 2003-05-29 invention B21D26/02 0 - 4/4/1/1 1 5 1 11
    06837124 B2 2005-01-04 10316074 2002-12-11 invention G05G13/00 0 - 6/6/1/1 0 20 1 5
    06837151 B2 2005-01-04 10279375 2002-10-23 invention A47J37/04 0 - 1/1/0/1 0 9 1 26
    06837197 B2 2005-01-04 10392007 2003-03-19 invention F01L1/34 0 - 1/1/1/1 0 8 1 6
    06837220 B2 2005-01-04 10146930 2002-05-17 invention F02M69/54 0 - 3/3/1/1 1 11 1 6
    06837358 B1 2005-01-04 10031850 2000-07-21 invention B65G25/00 0 - 1/1/1/1 1 7 0 34
    06837463 B2 2005-01-04 10203303 2001-02-09 invention B64D17/02 0 - 1/1/0/2 1 8 1 13
    06837514 B1 2005-01-04 10623845 2003-07-22 invention B60R21/20 0 - 2/2/1/1 2 24 0 6
    06837520 B2 2005-01-04 10258197 2001-03-31 invention B60R22/34 0 - 1/1/1/2 1 14 1 9
    06837525 B2 2005-01-04 10418573 2003-04-17 invention F16L39/00 0 - 1/1/1/1 1 12 1 8
    06837536 B1 2005-01-04 10465257 2003-06-20 invention B62D35/02 0 - 1/1/0/1 0 12 0 15
    06837544 B2 2005-01-04 10433724 2001-12-06 invention A47C7/54 0 - 4/4/1/1 2 17 1 17
    06838117 B2 2005-01-04 10346074 2003-01-17 invention B05D5/12 0 - 1/1/1/1 1 4 1 18
    06838391 B2 2005-01-04 10625118 2003-07-22 invention H01L21/302 0 - 1/1/1/1 1 18 1 24
    06838526 B1 2005-01-04 09709563 2000-11-13 invention C08F8/34 0 - 6/6/2/1 2 17 0 4
    06838578 B2 2005-01-04 10190265 2002-07-03 invention C07C249/00 0 - 3/3/1/3 1 7 1 10
    06838627 B1 2005-01-04 10148404 2000-11-14 invention H01H1/02 0 - 7/7/1/1 1 13 0 46
    06838736 B2 2005-01-04 09837450 2001-04-19 invention H01L29/94 0 - 3/3/1/1 1 16 1 18
    06838741 B2 2005-01-04 10314986 2002-12-10 invention H01L31/107 0 - 5/5/1/0 0 18 1 38
    06838984 B2 2005-01-04 10053577 2002-01-24 invention B60C23/00 0 - 3/3/1/1 1 8 1 16
    06839153 B1 2005-01-04 09520969 2000-03-08 invention G06K15/00 0 - 1/1/1/1 1 3 0 11
    06839175 B2 2005-01-04 10103829 2002-03-25 invention G02B5/20 0 - 1/1/1/1 1 9 1 11
    # concat_ipg060103.small.xml
    D0513425 S1 2006-01-03 29220973 2005-01-07 design - 0 21-02 1/1/0/1 0 6 0 1
    D0513434 S1 2006-01-03 29204720 2004-05-03 design - 0 23-04 1/1/1/1 0 3 0 1
    H0002140 H1 2006-01-03 09831579 1999-10-22 invention C22B3/18 0 - 3/3/0/0 1 10 0 15
    06981431 B2 2006-01-03 10679435 2003-10-07 invention B67B7/16 0 - 1/1/1/1 1 18 1 8
    06981466 B2 2006-01-03 10764948 2004-01-26 invention A01J5/00 0 - 1/1/1/2 1 12 1 57
    06981484 B2 2006-01-03 10494520 2002-11-13 invention F02B19/02 0 - 1/1/1/1 1 9 1 24
    06981880 B1 2006-01-03 10873037 2004-06-22 invention H01R9/09 0 - 4/4/1/2 0 13 0 5
    06981898 B2 2006-01-03 10613028 2003-07-07 invention H01R13/648 0 - 7/7/1/1 0 17 1 16
    06981920 B1 2006-01-03 10890560 2004-07-12 invention A63J21/00 0 - 1/1/0/2 0 4 0 9
    06981945 B1 2006-01-03 10986662 2004-11-12 invention A61B1/00 0 - 3/3/1/1 0 15 0 20
    06982059 B2 2006-01-03 09682630 2001-10-01 invention C22C5/04 0 - 4/4/1/2 0 5 1 22
    06982130 B2 2006-01-03 10864286 2004-06-09 invention H01M8/10 0 - 1/1/1/1 0 7 1 21
    06982157 B1 2006-01-03 09889414 2000-02-01 invention C12N9/99 0 - 6/6/2/1 3 7 0 4
    06982249 B1 2006-01-03 09402732 1998-04-21 invention C07K5/09 0 - 2/2/1/1 0 19 0 12
    06982296 B2 2006-01-03 10481238 2002-06-19 invention B32B9/04 0 - 2/2/1/1 1 15 1 16
    06982378 B2 2006-01-03 10383387 2003-03-07 invention H05K9/00 0 - 1/1/1/0 0 12 1 18
    06982404 B2 2006-01-03 11100906 2005-04-07 invention H01L27/00 0 - 1/1/1/1 1 3 1 1
    06982482 B2 2006-01-03 10785345 2004-02-24 invention H01L23/12 0 - 2/2/1/1 0 11 1 28
    06982661 B2 2006-01-03 10391892 2003-03-18 invention H03M7/40 0 - 2/2/1/1 0 123 1 16
    06982689 B2 2006-01-03 10443376 2003-05-22 invention G09G3/34 0 - 2/2/1/1 1 26 1 7
    06982817 B1 2006-01-03 10031438 2000-07-06 invention G03H1/26 0 - 1/1/1/1 1 16 0 17
    06982907 B1 2006-01-03 11044965 2005-01-27 invention G11C16/04 0 - 3/3/1/1 0 4 0 4
    06982926 B2 2006-01-03 10264364 2002-10-04 invention G01V1/38 0 - 2/2/1/2 0 14 1 35
    06983145 B1 2006-01-03 10049437 2000-08-11 invention H04Q7/20 0 - 1/1/1/1 1 24 0 12
    06983169 B2 2006-01-03 10388774 2003-03-14 invention H04M1/00 0 - 4/4/1/2 0 12 1 31
    # example1.xml
    20210049351 A1 2021-02-18 17043275 2018-04-13 invention G06K9/00 6 - 1/2/1/0 0 0 0 15
    # example2.xml
    20210048686 A1 2021-02-18 17043043 2019-03-28 invention G02C7/02 9 - 1/5/0/0 1 0 0 25
    # example3.xml
    20210045410 A1 2021-02-18 16991488 2020-08-12 invention A23J3/22 6 - 1/4/0/0 0 0 0 23
    # grant_v2-5-B1.xml
    06334226 B1 2002-01-01 09529968 2000-04-24 invention E03C 104 0 - 0/3/1/1 2 14 0 31
    # grant_v2-5-B2.xml
    06530116 B2 2003-03-11 09782496 2001-02-13 invention A47L5/14 0 - 0/3/1/0 0 33 1 20
    # grant_v2-5-S1.xml
    D0452599 S1 2002-01-01 29129833 2000-09-22 design - 0 01-01 0/1/0/1 1 3 0 1
    # grant_v4-0-B2.xml
    06857133 B2 2005-02-22 10141259 2002-05-07 invention A41D13/00 0 - 1/1/0/1 0 8 1 6
    # grant_v4-5-B1.xml
    09358892 B1 2016-06-07 14558596 2014-12-02 invention B60L9/00 6 - 1/1/1/1 0 24 0 20
    # pap_US20010000044A1.xml
    20010000044 A1 2001-03-15 09342866 1999-06-29 invention G06F17/60 0 - 0/1/0/0 0 0 0 21
    # sgml_US06336130.xml
    06336130 B1 2002-01-01 09413215 1999-10-05 invention G06F15/16 0 - 0/1/1/1 1 6 0 22
    # sgml_US06337117.xml
    06337117 B1 2002-01-08 09343526 1999-06-30 invention B32B3/02 0 - 0/5/1/1 4 2 0 39
    # sgml_USD435854S1.xml
    D0435854 S 2001-01-02 29116510 1999-01-06 design - 0 14-02 0/8/3/1 0 10 0 1
    # xml2004_US06859910.xml
    06859910 B2 2005-02-22 09832323 2001-04-10 invention G06F15/00 0 - 1/1/1/2 0 8 1 2
    # xml2006_US07272630B2.xml
    07272630 B2 2007-09-18 10991571 2004-11-18 invention G06F15/13 0 - 4/4/1/1 0 78 1 17
    # xml2014_US08926509.xml
    08926509 B2 2015-01-06 12134151 2008-06-05 invention A61B5/00 15 - 5/5/1/1 0 129 1 31
    # xml2014_US08930553.xml
    08930553 B2 2015-01-06 13648029 2012-10-09 invention G06F15/16 0 - 1/3/1/1 0 16 1 8
    # xmlApp2004_US20050004437A1.xml
    20050004437 A1 2005-01-06 10830857 2004-04-23 invention A61B5/00 0 - 2/2/0/0 1 0 0 10
    # zip_ipgb20221025_wk43.zip
    11617522 B2 2023-04-04 16533534 2019-08-06 invention A61B5/145 5 - 1/3/1/2 0 88 1 20
    D0967598 S1 2022-10-25 29793013 2018-12-21 design - 1 01-01 1/1/0/1 0 50 0 1
    D0967598 S1 2022-10-25 29793013 2018-12-21 design - 1 01-01 1/1/0/1 0 50 0 1
    PP034694 P2 2022-10-25 17571093 2022-01-07 plant A01H5/02 1 - 1/3/1/1 0 0 0 1
    RE049257 E1 2022-10-25 17096946 2020-11-12 invention A63B21/00 11 - 1/1/1/1 0 45 0 20
    RE049258 E1 2022-10-25 15949385 2018-04-10 invention B60W10/11 6 - 1/8/1/1 2 203 0 38
    RE049259 E1 2022-10-25 16912538 2020-11-30 invention F02F1/18 6 - 1/2/1/3 0 149 0 40
    11477944 B2 2022-10-25 17704932 2022-03-25 invention A01F15/04 4 - 1/1/0/1 0 5 1 1
    11477945 B2 2022-10-25 16816623 2020-03-12 invention A01G7/04 3 - 1/3/1/1 0 12 1 19
    11477946 B2 2022-10-25 16964182 2019-01-22 invention A01G9/02 2 - 1/1/1/1 1 12 1 21
    11477947 B2 2022-10-25 16614300 2018-06-13 invention A01G9/029 1 - 1/1/1/1 0 13 1 36
    """

  /// The lines of each file.
  static let files: [(name: String, lines: [String])] = {
    var files: [(name: String, lines: [String])] = []
    for line in table.split(separator: "\n") {
      if line.hasPrefix("# ") {
        files.append(("uspto_" + line.dropFirst(2), []))
      } else {
        files[files.count - 1].lines.append(String(line))
      }
    }
    return files
  }()

  static func line(_ patent: PatentPublication) -> String {
    let parties = [
      patent.applicants.count, patent.inventors.count, patent.assignees.count,
      patent.agencies.count,
    ].map { String($0) }.joined(separator: "/")
    let fields = [
      patent.publicationNumber.canonical, patent.kind.text, patent.publicationDate?.isoText,
      patent.application?.text, patent.filingDate?.isoText, patent.right.rawValue,
      patent.ipc.first?.text ?? "-", String(patent.cpc.count), patent.locarno.first ?? "-", parties,
      String(patent.priorities.count), String(patent.citations.count),
      String(patent.relatedPublications.count), patent.claimCount.map { String($0) } ?? "-",
    ]
    return fields.map { $0 ?? "-" }.joined(separator: " ")
  }
}
