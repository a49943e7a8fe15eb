import Analyses
import Records

/// The names under which the page speaks of criteria, formats, tables and rejects.
enum ChineseNames {
  static func name(_ criterion: HighValueCriterion) -> String {
    switch criterion {
    case .strategicEmergingIndustry: "战略性新兴产业"
    case .overseasFamily: "在海外有同族专利权"
    case .maintainedOverTenYears: "维持年限超过10年"
    case .pledgeFinancing: "实现较高质押融资金额"
    case .award: "获国家科学技术奖或中国专利奖"
    }
  }

  /// A name for the head of a narrow column.
  static func shortName(_ criterion: HighValueCriterion) -> String {
    switch criterion {
    case .strategicEmergingIndustry: "战新产业"
    case .overseasFamily: "海外同族"
    case .maintainedOverTenYears: "超过10年"
    case .pledgeFinancing: "质押融资"
    case .award: "获奖"
    }
  }

  /// The name of a format or register; its id where the table has none.
  static func format(_ id: String) -> String {
    switch id {
    case "cnipa": "中国专利文献（国家知识产权局现行数据格式）"
    case "cnipa-1": "中国专利文献（国家知识产权局早期数据格式）"
    case "cnipa-prs": "中国专利法律状态"
    case "pledges": "质押登记表"
    case "awards": "奖项表"
    case "families": "同族专利表"
    case "population": "常住人口表"
    case "sei-decisions": "战略性新兴产业认定表"
    case "market-entities": "市场主体户数表"
    case "enterprises": "企业名单"
    case "annual-fees": "专利年费表"
    case "licences": "专利许可备案表"
    case "protected-marks": "重点商标保护名录"
    case "madrid": "马德里商标国际注册表"
    case "gi-products": "地理标志产品表"
    case "owner-decisions": "权利人归并表"
    case "indicators": "其他指标表"
    default: id
    }
  }

  static func table(_ table: TableEdition) -> String {
    switch table.id {
    case "sei-ipc": "战略性新兴产业分类与国际专利分类参照关系表"
    case "keywords": "战略性新兴产业关键词表"
    case "ipc-transfers": "国际专利分类新旧位置对照表"
    case "cn-divisions": "行政区划代码表"
    case "cn-divisions-history", "anhui-divisions-history": "历史行政区划代码表"
    case "legal-events": "法律状态事务代码表"
    case "plan-targets": "规划目标表"
    default: table.title ?? table.id
    }
  }

  static func reject(_ code: Reject.Code) -> String {
    switch code {
    case .empty: "空文件"
    case .unknownFormat: "格式无法识别"
    case .xmlSyntax: "XML格式错误"
    case .truncated: "文件不完整（被截断）"
    case .encoding: "字符编码错误"
    case .controlCharacter: "含非法控制字符"
    case .undefinedEntity: "含未定义实体"
    case .entityDeclaration: "自带实体声明（存在安全风险）"
    case .bomb: "解压后超出限额"
    case .badChecksum: "压缩包校验不符"
    case .badContainer: "压缩包损坏或加密"
    case .unsafePath: "压缩包内路径越界"
    case .nesting: "压缩包嵌套过深"
    case .noNumber: "缺少号码或号码不合规"
    case .checkDigit: "申请号校验位错误"
    case .badValue: "必填项缺失或不合规"
    case .missingColumn: "登记表缺少必需列"
    case .badRow: "登记表行格式错误"
    case .unreadable: "文件无法打开"
    }
  }
}
