// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator

import java.util.List

/** The text of a generated class. Only text: what goes into it is decided elsewhere. */
class ScenarioTemplate {
	def String render(ScenarioClass it) '''
		// Generated from «JavaText.comment(position.file)» by LWKT Workbench. Changes are lost.
		«IF !packageName.empty»
			package «packageName»;

		«ENDIF»
		«FOR constant : staticImports»
			import static «constant»;
		«ENDFOR»
		«IF !staticImports.empty»

		«ENDIF»
		«FOR type : imports»
			import «type»;
		«ENDFOR»

		/**
		 «FOR line : documentation»
		 	* «line»
		 «ENDFOR»
		 «IF !documentation.empty»
		 	*
		 «ENDIF»
		 * «IF !documentation.empty»<p>«ENDIF»Scenario <q>«JavaText.comment(scenarioName)»</q>, declared in «JavaText.comment(position.file)» line «position.line».
		 */
		public final class «name» {
		    «FOR line : constants»
		    	«line»
		    «ENDFOR»
		    «IF !constants.empty»

		    «ENDIF»
		    private «name»() {}

		    /** Runs the scenario; exits with 0 where every expectation held, else with 1. */
		    public static void main(String[] args) {
		        Result result = run();
		        System.out.println(result.scenario().name() + ": " + (result.held() ? "held" : "failed") + ", "
		                + result.end().reason() + " at " + result.end().timeNs() + " ns, digest " + result.digest());
		        System.exit(result.held() ? 0 : 1);
		    }

		    /** Runs the scenario. */
		    public static Result run() {
		        return Runner.of(scenario()).run();
		    }

		    /** The scenario as data. */
		    public static Scenario scenario() {
		        ScenarioBuilder scenario =
		                ScenarioBuilder.scenario(«JavaText.string(scenarioName)», «JavaText.string(position.file)», «position.line», «position.column»);
		        «FOR line : methods.head.lines»
		        	«line»
		        «ENDFOR»
		        return scenario.build();
		    }
		    «methods.tail.toList.methods»
		    «FOR part : parts»

		    	private static final class «part.name» {
		    	    private «part.name»() {}
		    	    «part.methods.methods»
		    	}
		    «ENDFOR»
		}
	'''

	def private CharSequence methods(List<JavaMethod> methods) '''
		«FOR it : methods»

			«IF !documentation.empty»
				/**
				 «FOR line : documentation»
				 	* «line»
				 «ENDFOR»
				 */
			«ENDIF»
			private static void «name»(«parameterType» «parameter») {
			    «FOR line : lines»
			    	«line»
			    «ENDFOR»
			}
		«ENDFOR»
	'''
}
