/// What follows a name in an address and says what the name is.
extension AddressText {
  /// Whether a street's ending follows: the name before it is a street's, as in 合肥市萧县路8号.
  ///
  /// - Parameter isStem: after a name without its kind any such ending counts (宿州路灯厂); after a
  ///   full name only one that a house number, a mark or the end follows.
  func isStreet(at index: Int, isStem: Bool) -> Bool {
    var index = index
    if isDirection(self[index]) {
      index += 1
    } else if self[index] == 0x4E00 || self[index] == 0x4E8C || self[index] == 0x4E09 {
      index += 1  // 一 二 三
    }
    switch self[index] {
    case 0x8DEF, 0x5DF7: break  // 路 巷
    case 0x8857:  // 街
      if self[index + 1] == 0x9053 { return false }  // 街道, a subdistrict
    case 0x5927 where self[index + 1] == 0x9053 || self[index + 1] == 0x8857:  // 大道 大街
      index += 1
    case 0x9053 where isStem: break  // 道
    default: return false
    }
    return isStem || isBehindStreet(self[index + 1])
  }

  /// 东 西 南 北 中.
  private func isDirection(_ scalar: UInt32) -> Bool {
    scalar == 0x4E1C || scalar == 0x897F || scalar == 0x5357 || scalar == 0x5317
      || scalar == 0x4E2D
  }

  private func isBehindStreet(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0, AddressText.comma, 0x28, 0x30...0x39: return true  // end ( digits
    case 0x7B2C, 0x53F7, 0x4E0E, 0x548C, 0x53E3: return true  // 第 号 与 和 口
    case 0x6BB5, 0x4FA7: return true  // 段 侧
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341:
      return true  // 一 … 十
    default: return isDirection(scalar)
    }
  }

  /// Whether words for a park follow: 经济…, 高新…, 工业…, 产业…, 开发区, 科技园.
  func isPark(at index: Int) -> Bool {
    has("经济", at: index) || has("高新", at: index) || has("工业", at: index)
      || has("产业", at: index) || has("开发区", at: index) || has("科技园", at: index)
      || has("经开", at: index)
  }

  func isEnd(at index: Int) -> Bool { self[index] == 0 || self[index] == AddressText.comma }

  /// Whether a city's name without 市 cannot mean the city here: a street, a town of that name
  /// (黄山镇), or a body named for another place (中山大学).
  func forbidsStem(at index: Int) -> Bool {
    switch self[index] {
    case 0x9547, 0x4E61, 0x6751, 0x6865, 0x91CC, 0x5F04: return true  // 镇 乡 村 桥 里 弄
    case 0x53BF, 0x533A, 0x5E02, 0x65D7, 0x5DDE, 0x76DF: return true  // 县 区 市 旗 州 盟
    default: break
    }
    return has("大学", at: index) || has("学院", at: index) || isStreet(at: index, isStem: true)
  }
}
