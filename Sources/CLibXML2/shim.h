#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 includes the system's ICU headers, which contradict those in Foundation. Only
// the encoding handler's last members depend on them, and nobody here reads those.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// Parses one document from memory that is neither copied nor changed, on a context that is reused.
//
// xmlCtxtReadMemory copies its input; here a parser that stops after a document's first part may be
// given the whole block the document begins in. The bytes must be followed by a zero byte.
static inline int ipatlas_xml_parse(
    xmlParserCtxtPtr context, const char *bytes, int length, int options) {
  xmlCtxtReset(context);
  xmlParserInputBufferPtr buffer =
      xmlParserInputBufferCreateStatic(bytes, length, XML_CHAR_ENCODING_NONE);
  if (buffer == NULL) return -1;
  xmlParserInputPtr input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE);
  if (input == NULL) {
    xmlFreeParserInputBuffer(buffer);
    return -1;
  }
  xmlCtxtUseOptions(context, options);
  inputPush(context, input);
  // All bytes are there: this keeps the parser from refilling its input, which moves pointers it
  // still uses when the memory is not its own.
  context->progressive = 1;
  xmlParseDocument(context);
  context->progressive = 0;
  return context->wellFormed;
}
