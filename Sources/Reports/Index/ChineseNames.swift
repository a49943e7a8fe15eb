import Analyses
import Records

/// The names under which the page speaks of criteria, formats, tables and rejects.
package enum ChineseNames {
  static func name(_ criterion: HighValueCriterion) -> String {
    switch criterion {
    case .strategicEmergingIndustry: "战略性新兴产业"
    case .overseasFamily: "在海外有同族专利权"
    case .maintainedOverTenYears: "维持年限超过10年"
    case .pledgeFinancing: "实现较高质押融资金额"
    case .award: "获得国家科学技术奖或中国专利奖"
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
  package static func format(_ id: String) -> String {
    switch id {
    case "cnipa": "中国专利文献（国家知识产权局现行数据格式）"
    case "cnipa-1": "中国专利文献（国家知识产权局早期数据格式）"
    case "cnipa-prs": "中国专利法律状态"
    case "cnipa-trademark": "中国商标数据开放（七张表）"
    case "st66": "商标（WIPO ST.66）"
    case "st96-trademark": "商标（WIPO ST.96）"
    case "uspto-trademark": "美国商标"
    case "tipo-trademark": "我国台湾地区商标"
    case "pledges": "质押登记簿"
    case "awards": "奖项登记簿"
    case "families": "同族登记簿"
    case "population": "常住人口登记簿"
    case "sei-decisions": "战略性新兴产业认定登记簿"
    case "market-entities": "市场主体户数登记簿"
    case "enterprises": "企业名单"
    case "annual-fees": "专利年费登记簿"
    case "licences": "专利许可备案登记簿"
    case "protected-marks": "重点商标保护名录"
    case "madrid": "马德里商标国际注册数据（WIPO）"
    case "madrid-register": "马德里商标国际注册登记簿"
    case "docdb": "全球专利文献（欧洲专利局DOCDB）"
    case "ops": "全球专利文献、同族与法律状态（欧洲专利局OPS）"
    case "st36": "专利文献（WIPO ST.36：欧洲专利局、LexisNexis）"
    case "st96-patent": "专利文献（WIPO ST.96）"
    case "jpo": "日本专利公报"
    case "uspto-grant": "美国授权专利"
    case "uspto-application": "美国专利申请公布"
    case "uspto-assignment": "美国专利权利转移登记"
    case "gi-products": "地理标志产品登记簿"
    case "owner-decisions": "权利人归并登记簿"
    case "indicators": "其他指标登记簿"
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
    case .missingColumn: "登记簿缺少必需列"
    case .badRow: "登记簿行格式错误"
    case .unreadable: "文件无法打开"
    }
  }

  /// What is wrong and what to do, in one line; each reject's own reason stands in rejects.ndjson.
  static func remedy(_ code: Reject.Code) -> String {
    switch code {
    case .empty: "文件、压缩包或其中的成员没有内容，请重新获取。"
    case .unknownFormat: "不是可识别的数据格式或登记簿，请移出输入文件夹，登记簿请改正表头。"
    case .xmlSyntax: "文档不符合XML语法，请重新获取该文档。"
    case .truncated: "文档在结束标签之前中断，请重新获取完整文档。"
    case .encoding: "内容与声明的字符编码不符，请重新获取；登记簿请另存为UTF-8编码。"
    case .controlCharacter: "文档含XML不允许的控制字符，请清除后重新提供。"
    case .undefinedEntity: "文档含无法解释的实体名，请换成相应字符后重新提供。"
    case .entityDeclaration: "文档自行声明实体，正式数据不会如此，请查明文件来源。"
    case .bomb: "解压后的大小超出限额，请查明文件来源；确属正常数据的，解压后放入。"
    case .badChecksum: "压缩包成员的校验码或长度不符，请重新复制压缩包并核对校验值。"
    case .badContainer: "压缩包损坏、加密或压缩方式不受支持，请重新获取不加密的压缩包。"
    case .unsafePath: "压缩包成员的路径指向压缩包之外，请查明文件来源。"
    case .nesting: "压缩包层层嵌套超出限度，请先解开外层。"
    case .noNumber: "没有必需的号码，或号码不合任何已知写法；登记簿请改正该格，文档请重新获取。"
    case .checkDigit: "校验位与号码不符，号码中有一位写错，请查对后改正。"
    case .badValue: "日期、金额、代码等必填内容缺失或写法不合规，请改正该格或重新获取文档。"
    case .missingColumn: "表头缺少必需的列，整个文件没有读取，请改正列名。"
    case .badRow: "该行单元格过多或引号不成对，含逗号、引号的内容请用英文双引号括起。"
    case .unreadable: "请检查文件权限和磁盘，下次运行会再试。"
    }
  }
}
