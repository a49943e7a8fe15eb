import CXlsxWriter

/// The formats of cells that every sheet uses.
struct WorkbookStyles {
  let heading: UnsafeMutablePointer<lxw_format>?
  let title: UnsafeMutablePointer<lxw_format>?
  let note: UnsafeMutablePointer<lxw_format>?
  let integer: UnsafeMutablePointer<lxw_format>?
  let decimal: UnsafeMutablePointer<lxw_format>?
  let percent: UnsafeMutablePointer<lxw_format>?

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    heading = workbook_add_format(book)
    format_set_bold(heading)
    format_set_text_wrap(heading)
    format_set_bg_color(heading, 0xF3F6FA)
    title = workbook_add_format(book)
    format_set_bold(title)
    format_set_font_size(title, 16)
    note = workbook_add_format(book)
    format_set_text_wrap(note)
    integer = workbook_add_format(book)
    format_set_num_format(integer, "#,##0")
    decimal = workbook_add_format(book)
    format_set_num_format(decimal, "0.000")
    percent = workbook_add_format(book)
    format_set_num_format(percent, "0.0%")
  }
}
