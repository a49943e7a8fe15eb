import Dossiers

/// 战略性新兴产业: an IPC symbol of the patent meets a rule of the reference table, and its text does.
///
/// The whole answer, with both readings of the keywords and the band of transfers, is an
/// ``IndustryJudgement``; here is the one that the plan's calibre chooses.
///
/// Source: note ① of the indicator table, no. 1; 战略性新兴产业分类与国际专利分类参照关系表（2021）（试行）.
package enum StrategicEmergingIndustry: Criterion {
  package static let id = "strategic-emerging-industry"
  package static let title = "战略性新兴产业"
  package static let rule = "IPC分类号符合战略性新兴产业参照关系表的规则，且发明名称或摘要符合该规则的关键词条件；人工认定优先"

  package static func judge(
    _ patent: PatentUnderJudgement, in context: JudgementContext
  ) -> Judgement {
    IndustryJudgement(of: patent, in: context).chosen.judgement
  }

  package static var examples: [CriterionExample] {
    [
      .example("规则无关键词条件，IPC即可", .met) { $0.ipc = ["A01B1/02", "G06N10/00"] },
      .example("没有符合规则的IPC", .notMet) { $0.ipc = ["A01B1/02"] },
      .example("没有IPC", .undetermined) { $0.ipc = [] },
      .example("未载入参照关系表", .undetermined) { $0.hasIndustryTables = false },
      .example("名称中有关键词，全角与大小写不计", .met) {
        $0.ipc = ["H01L21/02"]
        $0.title = "一种集成\n电路的制造方法"
      },
      .example("摘要中有关键词", .met) {
        $0.ipc = ["H01L21/02"]
        $0.abstract = "本发明涉及集成电路。"
      },
      .example("没有关键词", .notMet) { $0.ipc = ["H01L21/02"] },
      .example("没有关键词：口径不看关键词", .met) {
        $0.ipc = ["H01L21/02"]
        $0.calibre.strategicEmergingIndustry.keywords = .ignored
      },
      .example("没有摘要，名称中也没有关键词", .undetermined) {
        $0.ipc = ["H01L21/02"]
        $0.abstract = nil
      },
      .example("没有摘要，名称中有关键词", .met) {
        $0.ipc = ["H01L21/02"]
        $0.title = "集成电路"
        $0.abstract = nil
      },
      .example("被规则排除的IPC", .notMet) {
        $0.ipc = ["H01L21/312"]
        $0.title = "集成电路"
      },
      .example("主分类号不符：默认看全部IPC", .met) { $0.ipc = ["A01B1/02", "G06N10/00"] },
      .example("主分类号不符：口径只看主分类号", .notMet) {
        $0.ipc = ["A01B1/02", "G06N10/00"]
        $0.calibre.strategicEmergingIndustry.ipc = .main
      },
      .example("排除性条件：未提到所排除的内容", .met) { $0.ipc = ["B60K1/00"] },
      .example("排除性条件：名称提到所排除的内容", .notMet) {
        $0.ipc = ["B60K1/00"]
        $0.title = "一种电动自行车"
        $0.abstract = nil
      },
      .example("排除性条件：没有摘要", .undetermined) {
        $0.ipc = ["B60K1/00"]
        $0.abstract = nil
      },
      .example("主题性条件：提到主题", .met) {
        $0.ipc = ["C22B4/06"]
        $0.abstract = "一种稀土的冶炼方法。"
      },
      .example("规则在关键词表中没有词条", .undetermined) { $0.ipc = ["A61K31/00"] },
      .example("新版IPC经转移对应旧位置", .met) {
        $0.ipc = ["H10B12/00"]
        $0.title = "集成电路"
      },
      .example("新版IPC：口径不计转移", .notMet) {
        $0.ipc = ["H10B12/00"]
        $0.title = "集成电路"
        $0.calibre.strategicEmergingIndustry.transfers = .ignore
      },
      .example("人工认定为是", .met) { $0.decision("1.2", true) },
      .example("人工认定为否，去掉该代码的命中", .notMet) {
        $0.ipc = ["G06N10/00"]
        $0.decision("1.2", false)
      },
      .example("人工认定为否，其他代码的命中仍在", .met) {
        $0.ipc = ["G06N10/00"]
        $0.decision("3.2", false)
      },
      .example("后作的认定为准", .met) {
        $0.ipc = ["G06N10/00"]
        $0.decision("1.2", true, on: "2025-05-01")
        $0.decision("1.2", false, on: "2024-05-01")
      },
      .example("格式有误的IPC不命中任何规则", .notMet) { $0.ipc = ["G06N 10"] },
    ].compactMap { $0 }
  }
}
