import Analyses
import Reports

/// The checks a run must pass before it publishes. Their texts stand on the page and are therefore
/// free of anything that differs between two ways to the same result.
enum GateStage {
  static func check(
    _ indicator: HighValueIndicator, planIndicators: [PlanIndicator] = [],
    inputs: [InputFileRecord]
  ) -> [GateResult] {
    let unbalanced = inputs.filter { !$0.balances }.map {
      "\($0.path)：读取 \($0.records) 条，入库 \($0.loaded)、存根 \($0.stubbed)、被替代 \($0.superseded)、"
        + "重复 \($0.duplicate)、未能读取 \($0.rejected)"
    }
    let faults =
      indicator.inconsistencies() + planIndicators.flatMap { $0.inconsistencies }
    return [
      GateResult(
        name: "records-balance", label: "记录数平衡", passed: unbalanced.isEmpty,
        detail: unbalanced.isEmpty
          ? "每个文件：读取 = 入库 + 存根 + 被替代 + 重复 + 未能读取"
          : unbalanced.joined(separator: "；")),
      GateResult(
        name: "sums-agree", label: "分项与合计一致", passed: faults.isEmpty,
        detail: faults.isEmpty
          ? "五项条件、组合、县区与口径各数均与合计相符" : faults.joined(separator: "; ")),
    ]
  }
}
